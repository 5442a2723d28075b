import { createStore } from '../api/store.ts'

export interface Breadcrumb {
  readonly text: string
  readonly href: string
}

/** What the page of the moment tells the frame around it. */
export const breadcrumbsStore = createStore<readonly Breadcrumb[]>([])
export const announcementStore = createStore('')
