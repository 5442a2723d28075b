import { associateWorkspace, disassociateWorkspace } from '../../connect/workspaces/assign-workspace.ts'
import { Fault } from '../../http/fault.ts'
import type { Caller } from '../caller.ts'
import { runWrites } from '../writes/run-writes.ts'
import type { Write, WriteBase } from '../writes/write.ts'
import { requireVisibleUser } from './require-visible-user.ts'
import { workspacesSubject, type WorkspacesReading } from './workspaces-subject.ts'

type Input = WriteBase & { readonly workspaceIds: readonly string[] }

export async function updateWorkspaces(caller: Caller, input: Input) {
  await requireVisibleUser(caller, input.id)
  return await runWrites(caller, workspacesSubject, input, {
    action: 'users.updateWorkspaces',
    plan: (before) => planWorkspaces(caller, before, input.workspaceIds),
  })
}

/** One write each: an operation is about one workspace (WS-01). New ones first, so that a failure between leaves nobody without. */
function planWorkspaces(
  { instance }: Caller,
  { user, all, own }: WorkspacesReading,
  wanted: readonly string[],
): Write[] {
  const { arn } = user.settings
  const find = (id: string) => all.find((one) => one.id === id)
  const added = wanted.filter((id) => !own.includes(id))
  const removed = own.filter((id) => !wanted.includes(id))
  return [
    ...added.map((id): Write => {
      const workspace = find(id)
      if (workspace === undefined) {
        const message = 'There is no such workspace in Amazon Connect. Choose another.'
        throw new Fault('connect.refused', { fields: [{ field: 'workspaceIds', message }] }, { message })
      }
      return {
        operation: 'AssociateWorkspace',
        done: `The workspace “${workspace.name}” was assigned.`,
        fields: [{ field: 'workspaces', key: id, before: null, after: id }],
        send: (options) => associateWorkspace(instance, workspace, arn, options),
      }
    }),
    ...removed.map((id): Write => {
      const workspace = find(id) ?? { id, name: id }
      return {
        operation: 'DisassociateWorkspace',
        done: `The workspace “${workspace.name}” was taken away.`,
        fields: [{ field: 'workspaces', key: id, before: id, after: null }],
        send: (options) => disassociateWorkspace(instance, workspace, arn, options),
      }
    }),
  ]
}
