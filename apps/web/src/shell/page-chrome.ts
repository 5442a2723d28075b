import { createStore } from '../api/store.ts'

export interface Breadcrumb {
  readonly text: string
  readonly href: string
}

/** What the page of the moment tells the frame around it. */
export const breadcrumbsStore = createStore<readonly Breadcrumb[]>([])
/** In pixels: what sticks below the top bar has to know. It is lower on a narrow window. */
export const topBarHeight = createStore(60)
export const announcementStore = createStore('')
