import Flashbar, { type FlashbarProps } from '@cloudscape-design/components/flashbar'
import type { ReactNode } from 'react'
import { createStore, useStore } from '../api/store.ts'

interface Flash {
  readonly id: string
  readonly type: 'success' | 'info'
  readonly content: ReactNode
}

const flashes = createStore<readonly Flash[]>([])
let count = 0

/** Confirms something done. Not for errors: those stand where they happened. */
export function flash(content: ReactNode, type: Flash['type'] = 'success'): void {
  count += 1
  flashes.set([{ id: `flash-${count}`, type, content }, ...flashes.get()].slice(0, 3))
}

export function clearFlashes(): void {
  flashes.set([])
}

export function Flashes() {
  const items = useStore(flashes).map((one): FlashbarProps.MessageDefinition => ({
    ...one,
    dismissible: true,
    dismissLabel: 'Close this message',
    ariaRole: 'status',
    onDismiss: () => flashes.set(flashes.get().filter((other) => other.id !== one.id)),
  }))
  return <Flashbar items={items} />
}
