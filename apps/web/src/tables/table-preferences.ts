import { useCallback, useState } from 'react'
import { z } from 'zod'
import { useSession } from '../api/session.ts'

const tablePreferences = z.object({
  pageSize: z.number().int().min(1).max(500),
  contentDensity: z.enum(['comfortable', 'compact']),
  wrapLines: z.boolean(),
  /** In the order shown. */
  contentDisplay: z.array(z.object({ id: z.string(), visible: z.boolean() })),
  /** In pixels, by column. Left out: as each column has it by itself. */
  columnWidths: z.record(z.string(), z.number().min(1)).exactOptional(),
})
export type TablePreferences = z.infer<typeof tablePreferences>

/** What is kept, with columns that came later at the end and columns that are gone left out. */
export function withKnownColumns(kept: TablePreferences, defaults: TablePreferences): TablePreferences {
  const known = kept.contentDisplay.filter(({ id }) => defaults.contentDisplay.some((column) => column.id === id))
  const added = defaults.contentDisplay.filter(({ id }) => !known.some((column) => column.id === id))
  return { ...kept, contentDisplay: [...known, ...added] }
}

/** The column one place further up (-1) or down (1); where it stands at that end already, everything as it is. */
export function moveColumn(
  display: TablePreferences['contentDisplay'],
  id: string,
  by: -1 | 1,
): TablePreferences['contentDisplay'] {
  const from = display.findIndex((column) => column.id === id)
  const [moved, other] = [display[from], display[from + by]]
  if (moved === undefined || other === undefined) return display
  return display.with(from, other).with(from + by, moved)
}

function storageKeyOf(person: string, table: string): string {
  return `patchbay.table.${JSON.stringify([person, table])}`
}

/** What a person has chosen for a table in this browser; else as `defaults` has it. */
export function readTablePreferences(person: string, table: string, defaults: TablePreferences): TablePreferences {
  const storageKey = storageKeyOf(person, table)
  try {
    const kept = tablePreferences.safeParse(JSON.parse(localStorage.getItem(storageKey) ?? 'null'))
    return kept.success ? withKnownColumns(kept.data, defaults) : defaults
  } catch {
    // Not JSON: someone else wrote under our key. The defaults are as good as before.
    return defaults
  }
}

/** How the person who is signed in likes a table in this browser, kept under `key`. */
export function useTablePreferences(key: string, defaults: TablePreferences) {
  const { person } = useSession()
  const storageKey = storageKeyOf(person.id, key)
  const [preferences, setPreferences] = useState(() => readTablePreferences(person.id, key, defaults))
  const keep = useCallback(
    (next: TablePreferences) => {
      localStorage.setItem(storageKey, JSON.stringify(next))
      setPreferences(next)
    },
    [storageKey],
  )
  return [preferences, keep] as const
}
