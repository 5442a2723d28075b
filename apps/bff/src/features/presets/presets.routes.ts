import type { Preset } from '@patchbay/contract'
import { Fault } from '../../http/fault.ts'
import type { Handlers } from '../../http/handlers.ts'
import type { WriteOptions } from '../../connect/upstream.ts'
import type { PresetStore } from '../../store/presets.ts'
import { requireCaller } from '../caller.ts'
import { runWrites } from '../writes/run-writes.ts'
import { differences } from '../writes/write.ts'
import { presetsSubject, presetStates, readPresets } from './presets-subject.ts'

export const presetsRoutes: Handlers<'presets'> = {
  read: async ({ input, context }) => {
    const { instance } = await requireCaller(input.instance, context)
    return await readPresets(context.services.presets, instance.info.id)
  },
  update: async ({ input, context }) => {
    const caller = await requireCaller(input.instance, context)
    const { presets } = context.services
    const { id } = caller.instance.info
    const base = { id, version: input.version, reason: input.reason }
    return await runWrites(caller, presetsSubject(presets), base, {
      action: 'presets.update',
      plan: ({ items, version }) => {
        const fields = differences(presetStates(items), presetStates(input.items))
        if (fields.length === 0) return []
        const send = (options: WriteOptions) => replace(presets, id, Number(version), input.items, options)
        return [{ operation: null, done: 'The presets were written.', fields, send }]
      },
    })
  },
}

async function replace(
  presets: PresetStore,
  instanceId: string,
  version: number,
  items: readonly Preset[],
  { onAttempt }: WriteOptions,
): Promise<void> {
  const written = await presets.replace(instanceId, version, items).catch((error: unknown) => {
    // Whether it was written before the store went away, nobody knows.
    onAttempt?.({ status: null, requestId: null })
    throw error
  })
  if (written) return
  // Another replica was quicker since it was compared.
  const current = await readPresets(presets, instanceId)
  const message = 'Someone else changed the presets in the meantime. Compare before you save again.'
  throw new Fault('CONFLICT', { current }, { message })
}
