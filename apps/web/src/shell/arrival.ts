import type { RouterHistory } from '@tanstack/react-router'
import { focusRowOf, focusSearch } from './page-parts.ts'

/** What a page that comes up should put the focus on, other than on its heading. */
type Arrival = { readonly at: 'search' } | { readonly at: 'row'; readonly of: string } | undefined

let arrival: Arrival
let wasAt = ''

export function arriveAtSearch(): void {
  arrival = { at: 'search' }
}

/** Remembers where each step in the history came from: one who goes back finds the row again that one had opened. */
export function watchArrivals(history: RouterHistory): () => void {
  wasAt = history.location.pathname
  return history.subscribe(({ location, action }) => {
    if (action.type === 'BACK') arrival = { at: 'row', of: wasAt }
    else if (arrival?.at === 'row') arrival = undefined
    wasAt = location.pathname
  })
}

/** True where the focus was put; once for each arrival. */
export function focusArrival(): boolean {
  const wanted = arrival
  arrival = undefined
  if (wanted === undefined) return false
  return wanted.at === 'search' ? focusSearch() : focusRowOf(wanted.of)
}
