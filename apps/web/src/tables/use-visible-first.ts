import { useDeferredValue, useMemo } from 'react'

/** No row is lower, and over the first one there is a good deal of page. */
const ROW_PX = 40

/**
 * The rows, of which those that fit into the window come first: the others follow once these are painted. Until then what stands
 * below the window is as it was, so that the page stays as long as it is.
 */
export function useVisibleFirst<Row>(
  rows: readonly Row[] | undefined,
  rowId: (row: Row) => string,
): readonly Row[] | undefined {
  const settled = useDeferredValue(rows)
  return useMemo(
    () => visibleFirst(rows, settled, rowId, Math.ceil(window.innerHeight / ROW_PX)),
    [rows, settled, rowId],
  )
}

export function visibleFirst<Row>(
  rows: readonly Row[] | undefined,
  settled: readonly Row[] | undefined,
  rowId: (row: Row) => string,
  fitting: number,
): readonly Row[] | undefined {
  if (rows === settled || rows === undefined || rows.length <= fitting) return rows
  const first = rows.slice(0, fitting)
  const ids = new Set(first.map(rowId))
  return [...first, ...(settled ?? []).slice(fitting, rows.length).filter((row) => !ids.has(rowId(row)))]
}
