import { useState } from 'react'

/** The key of each row on screen, by the row's id. */
export type RowSlots = ReadonlyMap<string, number>

/**
 * Keys for rows: who is still there keeps theirs, and who is new takes over that of one who is gone (`mayReuse`), so that what the
 * browser built for the one is filled with the other. To build it anew takes three times as long.
 */
export function nextSlots(before: RowSlots, ids: readonly string[], mayReuse: boolean): RowSlots {
  const here = new Set(ids)
  const free = mayReuse ? [...before].flatMap(([id, slot]) => (here.has(id) ? [] : [slot])) : []
  let last = Math.max(-1, ...before.values())
  return new Map(ids.map((id) => [id, before.get(id) ?? free.shift() ?? (last += 1)]))
}

/** @param mayReuse asked when the rows are others than before */
export function useRowSlots(ids: readonly string[], mayReuse: () => boolean): RowSlots {
  const [slots, setSlots] = useState<RowSlots>(() => nextSlots(new Map(), ids, true))
  if (new Set(ids).size === slots.size && ids.every((id) => slots.has(id))) return slots
  const next = nextSlots(slots, ids, mayReuse())
  setSlots(next)
  return next
}
