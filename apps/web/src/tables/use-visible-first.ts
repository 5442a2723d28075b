import { useEffect, useLayoutEffect, useMemo, useState, type RefObject } from 'react'
import { afterFrame, useAtRest } from '../shell/at-rest.ts'

/** Of the first rows of all, before it is known how high they are. */
const FIRST_GUESS = 12

/**
 * The rows, of which those that fit into the window come first: the others follow at rest. Until then what stands below the window is
 * as it was, hidden (`data-late`), so that the page stays as long as it is and nobody comes upon a row that is not of this list.
 */
export function useVisibleFirst<Row>(
  rows: readonly Row[] | undefined,
  rowId: (row: Row) => string,
  grid: RefObject<HTMLTableElement | null>,
): readonly Row[] | undefined {
  const settled = useAtRest(rows)
  const [fitting, setFitting] = useState(FIRST_GUESS)
  const isLate = rows !== settled && rows !== undefined && rows.length > fitting
  const shown = useMemo(
    () => (isLate ? visibleFirst(rows, settled ?? [], rowId, fitting) : rows),
    [isLate, rows, settled, rowId, fitting],
  )

  useLayoutEffect(() => {
    const body = grid.current?.tBodies[0]
    if (body === undefined) return
    show(body, isLate ? fitting : Infinity)
    if (!isLate) return
    // What is hidden cannot keep the focus.
    // oxlint-disable-next-line react/set-state-in-effect -- where the focus is, and how high a row, only the document knows
    if (body.contains(document.activeElement)) return setFitting(rows.length)
    // The new rows may be lower than those before: what else fits comes before anything is painted.
    const wanted = countFitting(body, fitting)
    // oxlint-disable-next-line react/set-state-in-effect -- as above
    if (wanted > fitting) return setFitting(wanted)
    // To hide them is a third of the frame that shows the others, so it comes after it.
    return afterFrame(() => hideFrom(body, fitting))
  }, [grid, rows, isLate, fitting])

  // Most lists are of rows as high as those before, more or less.
  useEffect(() => {
    const body = grid.current?.tBodies[0]
    // oxlint-disable-next-line react/set-state-in-effect -- as above
    if (rows !== undefined && rows === settled && body !== undefined) setFitting(countFitting(body, body.rows.length))
  }, [grid, rows, settled])

  return shown
}

function show({ rows }: HTMLTableSectionElement, until: number): void {
  for (const row of [...rows].slice(0, until)) row.removeAttribute('data-late')
}

function hideFrom({ rows }: HTMLTableSectionElement, from: number): void {
  for (const row of [...rows].slice(from)) row.toggleAttribute('data-late', true)
}

/** How many rows reach into the window, going by the height of the first ones where these do not fill it. */
function countFitting({ rows }: HTMLTableSectionElement, laidOut: number): number {
  const boxes = [...rows].slice(0, laidOut).map((row) => row.getBoundingClientRect())
  const below = boxes.findIndex(({ top }) => top >= window.innerHeight)
  if (below !== -1) return below
  const [first, last] = [boxes[0], boxes.at(-1)]
  if (first === undefined || last === undefined) return FIRST_GUESS
  const average = (last.bottom - first.top) / boxes.length
  return boxes.length + Math.max(0, Math.ceil((window.innerHeight - last.bottom) / average))
}

export function visibleFirst<Row>(
  rows: readonly Row[],
  settled: readonly Row[],
  rowId: (row: Row) => string,
  fitting: number,
): readonly Row[] {
  const first = rows.slice(0, fitting)
  const ids = new Set(first.map(rowId))
  return [...first, ...settled.slice(fitting, rows.length).filter((row) => !ids.has(rowId(row)))]
}
