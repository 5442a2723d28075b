import { useSyncExternalStore } from 'react'
import { createStore, type Store } from '../../api/store.ts'
import type { Held } from './permission-selection.ts'

/** What the profile held when it was read, and what the form says now. */
export interface Selection {
  readonly base: Held
  readonly held: Held
}

/**
 * Outside React's state, so that a click on one of 326 boxes renders that box, its row's and its group's count, and
 * nothing else.
 */
export type SelectionStore = Store<Selection>

export function createSelectionStore(base: Iterable<string>, held: Iterable<string> = base): SelectionStore {
  return createStore<Selection>({ base: new Set(base), held: new Set(held) })
}

/** Renders again only when the selected value is another one; so it has to be a primitive. */
export function useSelected<T extends string | number | boolean>(
  store: SelectionStore,
  select: (selection: Selection) => T,
): T {
  return useSyncExternalStore(store.subscribe, () => select(store.get()))
}

export function useSelection(store: SelectionStore): Selection {
  return useSyncExternalStore(store.subscribe, store.get)
}

export function setHeld(store: SelectionStore, held: Held): void {
  store.set({ ...store.get(), held })
}
