import { useState } from 'react'

/** The key of each row on screen, by the row's id. */
export type RowSlots = ReadonlyMap<string, number>

/**
 * Keys for rows: each place on screen has its own (`mayReuse`), so that rows are filled with others and never moved. Else who is still there
 * keeps theirs, wherever they are by now, and nobody takes over that of one who is gone.
 */
export function nextSlots(before: RowSlots, ids: readonly string[], mayReuse: boolean): RowSlots {
  if (mayReuse) return new Map(ids.map((id, at) => [id, at]))
  let last = Math.max(-1, ...before.values())
  return new Map(ids.map((id) => [id, before.get(id) ?? (last += 1)]))
}

/** @param mayReuse asked when the rows are others than before, or in another order */
export function useRowSlots(ids: readonly string[], mayReuse: () => boolean): RowSlots {
  const [slots, setSlots] = useState<RowSlots>(() => nextSlots(new Map(), ids, true))
  if (isSame([...slots.keys()], [...new Set(ids)])) return slots
  const next = nextSlots(slots, ids, mayReuse())
  setSlots(next)
  return next
}

function isSame(before: readonly string[], ids: readonly string[]): boolean {
  return before.length === ids.length && ids.every((id, at) => id === before[at])
}
