import { colorBackgroundLayoutMain, colorTextBodyDefault } from '@cloudscape-design/design-tokens'
import { createStore, useStore } from '../api/store.ts'

export const colourModes = ['light', 'dark', 'system'] as const
export type ColourMode = (typeof colourModes)[number]

const storageKey = 'patchbay.colour-mode'
const systemDark = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : undefined

function readStored(): ColourMode {
  const stored = localStorage.getItem(storageKey)
  return colourModes.find((mode) => mode === stored) ?? 'system'
}

const store = createStore<ColourMode>(readStored())

/** Puts the chosen mode on the page and keeps following the system's where that is the choice. */
export function applyColourMode(): void {
  const apply = () => {
    const dark = store.get() === 'dark' || (store.get() === 'system' && systemDark?.matches === true)
    document.body.classList.toggle('awsui-dark-mode', dark)
  }
  document.body.style.background = colorBackgroundLayoutMain
  document.body.style.color = colorTextBodyDefault
  apply()
  store.subscribe(apply)
  systemDark?.addEventListener('change', apply)
}

export function useColourMode(): ColourMode {
  return useStore(store)
}

export function setColourMode(mode: ColourMode): void {
  localStorage.setItem(storageKey, mode)
  store.set(mode)
}
