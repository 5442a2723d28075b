import { useCallback, useLayoutEffect, useRef, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'
import { isGridKey, nextStop } from './grid-keys.ts'

const BOX = '[data-column]'

/** Of a box with controls these, else the box itself. */
function stopsOf(grid: HTMLElement): readonly HTMLElement[] {
  return [...grid.querySelectorAll<HTMLElement>(BOX)].flatMap((box) => {
    const controls = [...box.querySelectorAll<HTMLElement>('a[href], button')]
    return controls.length === 0 ? [box] : controls
  })
}

function columnOf(stop: HTMLElement): number {
  return Number(stop.closest<HTMLElement>(BOX)?.dataset['column'])
}

/**
 * One tab stop for the whole grid, arrows inside. Every box of the grid has `data-column`, it and the controls in it
 * `tabIndex={-1}`; which of them is the tab stop is kept in the document itself, so that moving it renders nothing.
 */
export function useGridFocus(grid: RefObject<HTMLElement | null>) {
  const active = useRef<HTMLElement | undefined>(undefined)
  const column = useRef(0)

  const activate = useCallback((stop: HTMLElement | undefined) => {
    active.current?.setAttribute('tabindex', '-1')
    stop?.setAttribute('tabindex', '0')
    active.current = stop
  }, [])

  // A filter or a collapsed group may have taken the tab stop away.
  useLayoutEffect(() => {
    if (!grid.current || (active.current && grid.current.contains(active.current))) return
    activate(stopsOf(grid.current)[0])
  })

  const onFocus = useCallback(
    (event: FocusEvent<HTMLElement>) => {
      if (event.target.closest(BOX) !== null) activate(event.target)
    },
    [activate],
  )

  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const { key } = event
      if (!grid.current || !isGridKey(key) || event.altKey || event.metaKey || event.shiftKey) return
      const stops = stopsOf(grid.current)
      const from = stops.findIndex((stop) => stop === event.target)
      const here = stops[from]
      if (!here) return
      event.preventDefault()
      const isVertical = key !== 'ArrowLeft' && key !== 'ArrowRight' && key !== 'Home' && key !== 'End'
      if (!isVertical) column.current = columnOf(here)
      const places = stops.map((stop) => ({ row: stop.closest('tr')?.rowIndex ?? 0, column: columnOf(stop) }))
      const next = stops[nextStop(places, from, key, { ctrl: event.ctrlKey, column: column.current })]
      if (!next) return
      if (!isVertical) column.current = columnOf(next)
      next.focus()
      next.scrollIntoView({ block: 'nearest' })
    },
    [grid],
  )

  const onPointerDown = useCallback((event: { target: EventTarget }) => {
    const box = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>(BOX) : null
    if (box) column.current = columnOf(box)
  }, [])

  return { onFocus, onKeyDown, onPointerDown }
}
