import type { FieldChange } from '@patchbay/contract'
import { placeOf, sameValue, type FieldState } from './write.ts'

/**
 * How a change stands by what was read after it: its new values (`after`), the old ones (`before`), or neither, since someone
 * else changed them again or Connect made something else of them.
 * @param states undefined: there is no such resource
 */
export function seenOf(
  fields: readonly FieldChange[],
  states: readonly FieldState[] | undefined,
): 'after' | 'before' | 'other' {
  const values = new Map((states ?? []).map((state) => [placeOf(state), state.value]))
  const stand = (side: 'before' | 'after') =>
    fields.every((change) => sameValue(values.get(placeOf(change)) ?? null, change[side]))
  if (stand('after')) return 'after'
  return stand('before') ? 'before' : 'other'
}
