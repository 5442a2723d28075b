import { useEffect } from 'react'
import { createStore } from '../api/store.ts'
import { focusRow, focusSearch, moveRow, openRow, pressPart } from './page-parts.ts'

/** Whether the search over everything is open. */
export const searchDialog = createStore(false)

/** Whether the list of keys is open. */
export const keysHelp = createStore(false)

const storageKey = 'patchbay.keys'

/** Single keys can be switched off: speech input and some assistive tools type letters that nobody meant (WCAG 2.1.4). */
export const singleKeys = createStore(localStorage.getItem(storageKey) !== 'off')

export function setSingleKeys(isOn: boolean): void {
  localStorage.setItem(storageKey, isOn ? 'on' : 'off')
  singleKeys.set(isOn)
}

const typing =
  'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true], [role=dialog], [role=menu], [role=listbox]'

/** The keys that work on every page. Where someone types, or a part of the page took the key, it is not ours. */
export function usePageKeys(): void {
  useEffect(() => {
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

function listen(event: KeyboardEvent): void {
  const { target } = event
  if (event.defaultPrevented || event.altKey || event.isComposing) return
  if (!(target instanceof Element)) return
  if (event.ctrlKey || event.metaKey) return leaveForSearch(event, target)
  const isHandled = target.closest(typing) === null ? pressed(event.key, target) : leaveSearch(event.key, target)
  if (isHandled) event.preventDefault()
}

function pressed(key: string, target: Element): boolean {
  if (key === 'Enter') return openRow(target)
  if (!singleKeys.get()) return false
  if (key === 'j' || key === 'k') return moveRow(target, key === 'j' ? 1 : -1)
  if (key === '?') keysHelp.set(true)
  else if (key === '/') searchHere()
  else return pressPart(key)
  return true
}

/** What the page itself lists is found best there. */
function searchHere(): void {
  if (!focusSearch()) searchDialog.set(true)
}

// Out of a field too, where / is a letter. A dialog is answered or closed first.
function leaveForSearch(event: KeyboardEvent, target: Element): void {
  if (event.key !== 'k' || event.shiftKey || target.closest('[role=dialog]') !== null) return
  event.preventDefault()
  searchDialog.set(true)
}

/** Down leads from what was typed to what was found. */
function leaveSearch(key: string, target: Element): boolean {
  return key === 'ArrowDown' && target.closest('[data-page-search]') !== null && focusRow(0)
}
