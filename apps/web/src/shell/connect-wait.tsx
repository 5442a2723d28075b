import { lazy, Suspense } from 'react'
import { useLate } from './use-late.ts'

// Most answers come before anybody would read it.
const ConnectWaitText = lazy(async () => ({ default: (await import('./connect-wait-text.tsx')).ConnectWaitText }))

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
