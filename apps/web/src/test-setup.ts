import './zod-setup.ts'
import { cleanup } from '@testing-library/react'
import { afterEach, beforeEach, vi } from 'vitest'

const said: string[] = []

beforeEach(() => {
  said.length = 0
  for (const method of ['error', 'warn'] as const) {
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => void said.push(words.map(String).join(' ')))
  }
})

// React tells of broken hooks, keys and updates on the console only: there a fault would go unseen.
afterEach(() => {
  cleanup()
  // The next test, and the next file, have the same document.
  document.body.replaceChildren()
  localStorage.clear()
  vi.restoreAllMocks()
  if (said.length > 0) throw new Error(`Stray words on the console:\n${said.join('\n')}`)
})
