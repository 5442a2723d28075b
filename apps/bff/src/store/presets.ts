import type { Kysely } from 'kysely'
import { presetList, standardPresets, type Preset } from '@patchbay/contract'
import type { Tables } from './tables.ts'

interface KeptPresets {
  readonly items: readonly Preset[]
  /** 0: nobody changed them yet. */
  readonly version: number
}

export interface PresetStore {
  read(instanceId: string): Promise<KeptPresets>
  /** Undefined where `version` is no longer the one that is kept: nothing was written. */
  replace(instanceId: string, version: number, items: readonly Preset[]): Promise<KeptPresets | undefined>
}

/** What a helpdesk reset can set, an instance each. */
export function createPresetStore(database: Kysely<Tables>): PresetStore {
  return {
    async read(instanceId) {
      const row = await database
        .selectFrom('presets')
        .selectAll()
        .where('instance_id', '=', instanceId)
        .executeTakeFirst()
      if (row === undefined) return { items: standardPresets, version: 0 }
      return { items: presetList.parse(JSON.parse(row.items)), version: row.version }
    },

    async replace(instanceId, version, items) {
      const next = { items: JSON.stringify(items), version: version + 1 }
      // Compared and written in one statement: of two who began at the same version, one wins.
      const written =
        version === 0
          ? await database
              .insertInto('presets')
              .values({ instance_id: instanceId, ...next })
              .onConflict((conflict) => conflict.doNothing())
              .returning('version')
              .executeTakeFirst()
          : await database
              .updateTable('presets')
              .set(next)
              .where('instance_id', '=', instanceId)
              .where('version', '=', version)
              .returning('version')
              .executeTakeFirst()
      return written && { items, version: written.version }
    },
  }
}
