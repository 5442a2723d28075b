import type { Bounds } from './hierarchy-layout.ts'

/** Where the diagram lies under its window: a point p of it is seen at `p * k + (x, y)`. */
export interface View {
  readonly x: number
  readonly y: number
  readonly k: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** So small that 500 groups, Connect's quota, are seen whole in a low window. */
export const ZOOM_MIN = 0.01
export const ZOOM_MAX = 2
/** Names can be read from here on. */
const ZOOM_READABLE = 0.5
const MARGIN = 24

function zoomThatFits(bounds: Bounds, window: Size): { readonly width: number; readonly height: number } {
  return { width: (window.width - 2 * MARGIN) / bounds.width, height: (window.height - 2 * MARGIN) / bounds.height }
}

/** All of it in the middle, as large as possible but never larger than life. */
export function fitView(bounds: Bounds, window: Size): View {
  const fitting = zoomThatFits(bounds, window)
  const k = Math.min(1, Math.max(ZOOM_MIN, Math.min(fitting.width, fitting.height)))
  const spare = { x: window.width - bounds.width * k, y: window.height - bounds.height * k }
  return {
    k,
    x: Math.max(spare.x / 2, MARGIN) - bounds.x * k,
    y: Math.max(spare.y / 2, MARGIN) - bounds.y * k,
  }
}

/**
 * To begin with: large enough to read, from the left, and all of it where it fits so. Of what is too high to be read
 * whole, all columns and the uppermost rows.
 */
export function beginView(bounds: Bounds, window: Size): View {
  const fitting = zoomThatFits(bounds, window)
  const whole = Math.min(fitting.width, fitting.height)
  const k = Math.min(1, whole >= ZOOM_READABLE ? whole : Math.max(ZOOM_READABLE, fitting.width))
  const spareHeight = window.height - bounds.height * k
  return { k, x: MARGIN - bounds.x * k, y: Math.max(spareHeight / 2, MARGIN) - bounds.y * k }
}

/** The same zoom, with the middle of the box in the middle of the window. */
export function centreOn(box: Bounds, window: Size, k: number): View {
  return {
    k,
    x: window.width / 2 - (box.x + box.width / 2) * k,
    y: window.height / 2 - (box.y + box.height / 2) * k,
  }
}

/** The least move that brings the whole box into the window, or the same view where it is seen already. */
export function reveal(view: View, box: Bounds, window: Size): View {
  const shift = (start: number, length: number, room: number) => {
    if (start < MARGIN) return MARGIN - start
    const beyond = start + length - (room - MARGIN)
    return beyond > 0 ? -Math.min(beyond, start - MARGIN) : 0
  }
  const dx = shift(box.x * view.k + view.x, box.width * view.k, window.width)
  const dy = shift(box.y * view.k + view.y, box.height * view.k, window.height)
  return dx === 0 && dy === 0 ? view : { k: view.k, x: view.x + dx, y: view.y + dy }
}
