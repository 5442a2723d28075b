/** Where a focusable box of the grid stands: its row, and its place in that row. */
export interface Stop {
  readonly row: number
  /** Column of the header it stands under; several boxes may share the last one. */
  readonly column: number
}

export const gridKeys = [
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
] as const
export type GridKey = (typeof gridKeys)[number]

export function isGridKey(key: string): key is GridKey {
  return gridKeys.some((one) => one === key)
}

const PAGE_ROWS = 8

/** Index of the stop nearest to `column` among those of `row`. */
function nearestInRow(stops: readonly Stop[], row: number, column: number): number {
  let best = -1
  let distance = Number.POSITIVE_INFINITY
  stops.forEach((stop, index) => {
    const away = Math.abs(stop.column - column)
    if (stop.row === row && away < distance) [best, distance] = [index, away]
  })
  return best
}

function rowsAway(stops: readonly Stop[], from: Stop, by: number): number {
  const rows = [...new Set(stops.map((stop) => stop.row))]
  const place = Math.min(Math.max(rows.indexOf(from.row) + by, 0), rows.length - 1)
  return rows[place] ?? from.row
}

/**
 * The stop that a key leads to, as the WAI-ARIA grid pattern has it. `stops` are in reading order. `column` is the one the
 * walk up or down began in, so that a row without that box does not bend the path.
 */
export function nextStop(
  stops: readonly Stop[],
  from: number,
  key: GridKey,
  { ctrl, column }: { ctrl: boolean; column: number },
): number {
  const here = stops[from]
  if (!here) return from
  const vertical = (by: number) => {
    const row = rowsAway(stops, here, by)
    return row === here.row ? from : nearestInRow(stops, row, column)
  }
  const inRow = stops.flatMap((stop, index) => (stop.row === here.row ? [index] : []))
  const [first = from, last = from] = [inRow[0], inRow.at(-1)]
  const next: Readonly<Record<GridKey, number>> = {
    ArrowUp: vertical(-1),
    ArrowDown: vertical(1),
    PageUp: vertical(-PAGE_ROWS),
    PageDown: vertical(PAGE_ROWS),
    ArrowLeft: Math.max(from - 1, first),
    ArrowRight: Math.min(from + 1, last),
    Home: ctrl ? 0 : first,
    End: ctrl ? stops.length - 1 : last,
  }
  return next[key]
}
