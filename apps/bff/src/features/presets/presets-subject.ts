import type { Preset, Presets } from '@patchbay/contract'
import type { PresetStore } from '../../store/presets.ts'
import type { FieldState, Subject } from '../writes/write.ts'

/** The presets of one instance as the write engine sees them: kept in Patchbay's own store, but a change like any other. */
export function presetsSubject(presets: PresetStore): Subject<Presets, Presets> {
  return {
    kind: 'presets',
    word: 'list of presets',
    read: async ({ instance }) => readPresets(presets, instance.info.id),
    states: ({ items }) => presetStates(items),
    // They stand in no group: only who sees everything sees their history.
    describe: async () => ({ name: 'Presets', groups: [], names: {} }),
    answer: async (_caller, reading) => reading,
    requireVisible: () => undefined,
    // The route's own right is all that decides.
    requireWritable: async () => undefined,
    requireDeletable: async () => {
      throw new Error('Nobody deletes the presets of an instance.')
    },
    remember: () => undefined,
  }
}

export async function readPresets(presets: PresetStore, instanceId: string): Promise<Presets> {
  const { items, version } = await presets.read(instanceId)
  return { items: [...items], version: String(version) }
}

/** What each preset sets, setting by setting, and the order in which they are offered. */
export function presetStates(items: readonly Preset[]): FieldState[] {
  const settings = items.flatMap(({ name, phone }) =>
    Object.entries(phone).map(([setting, value]) => ({ field: 'presets', key: `${name}.${setting}`, value })),
  )
  return [...settings, { field: 'presetOrder', key: null, value: items.map(({ name }) => name).join(', ') }]
}
