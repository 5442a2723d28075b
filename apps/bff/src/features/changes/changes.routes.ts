import { Fault } from '../../http/fault.ts'
import type { Handlers } from '../../http/handlers.ts'
import { listAnswer } from '../list-answer.ts'
import { exportChanges } from './export-changes.ts'
import { scopeOfChanges } from './scope-of-changes.ts'

export const changesRoutes: Handlers<'changes'> = {
  search: async ({ input, context }) => {
    const { changes, audit, headMirror, now } = context.services
    const { page, pageSize, ...filter } = input
    const scope = await scopeOfChanges(context, 'changes.read')
    const asOf = now()
    const [items, total, head] = await Promise.all([
      changes.search(filter, scope, { limit: pageSize, offset: (page - 1) * pageSize }),
      changes.count(filter, scope),
      audit.head(),
    ])
    const trail = scope === 'all' ? { head, mirror: headMirror.state() ?? null } : null
    return { ...listAnswer(items, total, asOf), trail }
  },
  describe: async ({ input, context }) => {
    const change = await context.services.changes.find(input.id, await scopeOfChanges(context, 'changes.read'))
    if (!change) throw new Fault('NOT_FOUND', {}, { message: 'There is no such change.' })
    return change
  },
  export: async ({ input, context }) => exportChanges(context, input),
}
