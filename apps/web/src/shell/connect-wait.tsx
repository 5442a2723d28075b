import { Suspense } from 'react'
import { lazyPart } from './lazy-part.tsx'
import { useLate } from './use-late.ts'

// Most answers come before anybody would read it.
const ConnectWaitText = lazyPart(
  async () => (await import('./connect-wait-text.tsx')).ConnectWaitText,
  () => 'Waiting for Amazon Connect …',
)

/** Shorter waits need no word. */
const LONG_AFTER_MS = 700

/** Beside what is being read or saved: after a moment, that it waits for Amazon Connect and how long. */
export function ConnectWait() {
  if (!useLate(true, LONG_AFTER_MS)) return null
  return (
    <Suspense>
      <ConnectWaitText />
    </Suspense>
  )
}
