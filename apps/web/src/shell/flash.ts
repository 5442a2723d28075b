import type { ReactNode } from 'react'
import { createStore } from '../api/store.ts'

interface Flash {
  readonly id: string
  readonly type: 'success' | 'info' | 'error'
  readonly content: ReactNode
  readonly saidAt: number
}

export const flashes = createStore<readonly Flash[]>([])
let count = 0

/**
 * Confirms something done. Not for errors: those stand where they happened. What seemed done and turns out to have failed
 * has no other place: the function that this answers makes the same message another type.
 */
export function flash(content: ReactNode, type: 'success' | 'info' = 'success'): (type: Flash['type']) => void {
  count += 1
  const id = `flash-${count}`
  flashes.set([{ id, type, content, saidAt: Date.now() }, ...flashes.get()].slice(0, 3))
  return (next) => flashes.set(flashes.get().map((one) => (one.id === id ? { ...one, type: next } : one)))
}

/** Before something new is tried: an old "saved" over a new failure would be read as its outcome. */
export function clearFlashes(): void {
  flashes.set([])
}

const justSaidMs = 1000

/** A confirmation belongs to its page, or to the page that it led to at once (a thing created, and shown). */
export function clearOldFlashes(): void {
  flashes.set(flashes.get().filter((one) => Date.now() - one.saidAt < justSaidMs))
}

export function dismissFlash(id: string): void {
  flashes.set(flashes.get().filter((other) => other.id !== id))
}
