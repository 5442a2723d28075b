import type { RouterHistory } from '@tanstack/react-router'
import { focusRowOf } from './page-parts.ts'

/** The address that was gone back from: a page that comes up puts the focus on the row that leads there. */
let cameFrom: string | undefined
let wasAt = ''

/** Remembers where each step in the history came from: one who goes back finds the row again that one had opened. */
export function watchArrivals(history: RouterHistory): () => void {
  wasAt = history.location.pathname
  return history.subscribe(({ location, action }) => {
    cameFrom = action.type === 'BACK' ? wasAt : undefined
    wasAt = location.pathname
  })
}

/** True where the focus was put; once for each arrival. */
export function focusArrival(): boolean {
  const path = cameFrom
  cameFrom = undefined
  return path !== undefined && focusRowOf(path)
}
