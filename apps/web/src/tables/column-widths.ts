import { useCallback, useMemo, type RefObject } from 'react'
import type { TablePreferences } from './table-preferences.ts'

interface Sized {
  readonly id: string
  readonly width: number
  readonly isFixed?: boolean
}

type Widths = Readonly<Record<string, number>>

const NARROWEST_PX = 60

/**
 * The tracks of each row's grid: of a column the width that somebody gave it, else what its content takes or its share of what is left.
 * Where none shares, the last one takes what nobody wants.
 */
export function tracksOf(shown: readonly Sized[], given: Widths = {}): string {
  return joined(shown.map(({ id, width, isFixed }) => given[id] ?? (isFixed === true ? width : { least: width })))
}

function joined(tracks: readonly (number | { readonly least: number })[]): string {
  const isShared = tracks.some((track) => typeof track === 'object')
  return tracks
    .map((track, index) => {
      if (typeof track === 'object') return `minmax(${track.least}px, ${track.least}fr)`
      return !isShared && index === tracks.length - 1 ? `minmax(${track}px, 1fr)` : `${track}px`
    })
    .join(' ')
}

export interface ColumnWidths {
  /** In pixels, as it stands on the screen. */
  readonly of: (index: number) => number
  /** Shows a column as that wide. Nothing is rendered for it. */
  readonly show: (index: number, width: number) => void
  /** Keeps what is shown. */
  readonly keep: () => void
}

/** Columns made wider and narrower. What is kept is all that are shown, so that the others stay as they were. */
export function useColumnWidths(
  grid: RefObject<HTMLTableElement | null>,
  shown: readonly Sized[],
  preferences: TablePreferences,
  onPreferences: (next: TablePreferences) => void,
): ColumnWidths {
  const measured = useCallback(
    () =>
      [...(grid.current?.tHead?.rows[0]?.cells ?? [])].map((cell) => Math.round(cell.getBoundingClientRect().width)),
    [grid],
  )
  const of = useCallback((index: number) => measured()[index] ?? 0, [measured])
  const show = useCallback(
    (index: number, width: number) => {
      const widths = measured().with(index, Math.max(NARROWEST_PX, Math.round(width)))
      grid.current?.style.setProperty('--tracks', joined(widths))
    },
    [grid, measured],
  )
  const keep = useCallback(() => {
    const widths = Object.fromEntries(measured().map((width, index) => [shown[index]?.id ?? '', width]))
    onPreferences({ ...preferences, columnWidths: { ...preferences.columnWidths, ...widths } })
  }, [measured, shown, preferences, onPreferences])
  return useMemo(() => ({ of, show, keep }), [of, show, keep])
}
