import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gridKeys, nextStop, type GridKey, type Stop } from './grid-keys.ts'

/** Row 0: a group's box. Row 1: three boxes. Row 2: only the first and two in the last column. Row 3: three again. */
const stops: readonly Stop[] = [
  { row: 0, column: 0 },
  { row: 1, column: 0 },
  { row: 1, column: 1 },
  { row: 1, column: 2 },
  { row: 2, column: 0 },
  { row: 2, column: 6 },
  { row: 2, column: 6 },
  { row: 3, column: 0 },
  { row: 3, column: 1 },
  { row: 3, column: 2 },
]
const go = (from: number, key: GridKey, column = stops[from]?.column ?? 0, ctrl = false) =>
  nextStop(stops, from, key, { ctrl, column })

describe('nextStop', () => {
  it('moves along the row and stays in it', () => {
    expect(go(1, 'ArrowRight')).toBe(2)
    expect(go(3, 'ArrowRight')).toBe(3)
    expect(go(1, 'ArrowLeft')).toBe(1)
    expect(go(2, 'Home')).toBe(1)
    expect(go(1, 'End')).toBe(3)
  })

  it('walks through a row without the column and comes back to the column', () => {
    expect(go(3, 'ArrowDown')).toBe(4)
    expect(go(4, 'ArrowDown', 2)).toBe(9)
  })

  it('stops at the first and last row', () => {
    expect(go(0, 'ArrowUp')).toBe(0)
    expect(go(8, 'ArrowDown')).toBe(8)
    expect(go(9, 'PageDown')).toBe(9)
  })

  it('leaps to both ends with control', () => {
    expect(go(5, 'Home', 6, true)).toBe(0)
    expect(go(0, 'End', 0, true)).toBe(9)
  })

  it('never leaves the grid', () => {
    const anyStop = fc.nat({ max: stops.length - 1 })
    fc.assert(
      fc.property(
        anyStop,
        fc.constantFrom(...gridKeys),
        fc.nat({ max: 7 }),
        fc.boolean(),
        (from, key, column, ctrl) => {
          expect(stops[nextStop(stops, from, key, { ctrl, column })]).toBeDefined()
        },
      ),
    )
  })
})
