import type { Preset } from '@patchbay/contract'
import { Fault } from '../../http/fault.ts'
import { os } from '../../http/procedure.ts'
import { requireCaller } from '../caller.ts'

export const presetsRoutes = {
  read: os.presets.read.handler(async ({ input, context }) => {
    const { instance } = await requireCaller(input.instance, context)
    return answer(await context.services.presets.read(instance.info.id))
  }),
  update: os.presets.update.handler(async ({ input, context }) => {
    const caller = await requireCaller(input.instance, context)
    const { presets } = context.services
    const instanceId = caller.instance.info.id
    const written = await presets.replace(instanceId, readVersion(input.version), input.items)
    if (written === undefined) {
      const current = answer(await presets.read(instanceId))
      const message = 'Someone else changed the presets in the meantime. Compare before you save again.'
      throw new Fault('CONFLICT', { current }, { message })
    }
    const { instance, signedIn, requestId, log } = caller
    const person = signedIn.person.id
    // Nothing of Amazon Connect was changed, so this is a line of the log and no record of the audit trail.
    log.info({ presets: { instance: instance.info.alias, person, requestId, reason: input.reason } }, 'presets changed')
    return answer(written)
  }),
}

/** A version that we never gave is one that does not stand. */
function readVersion(version: string): number {
  return /^\d{1,9}$/.test(version) ? Number(version) : -1
}

function answer({ items, version }: { readonly items: readonly Preset[]; readonly version: number }) {
  return { items: [...items], version: String(version) }
}
