import { lazy, Suspense, useEffect, useState } from 'react'

// Most answers come before anybody would read it.
const ConnectWaitText = lazy(async () => ({ default: (await import('./connect-wait-text.tsx')).ConnectWaitText }))

/** Shorter waits need no word. */
const LONG_AFTER_MS = 700

/** Beside what is being read or saved: after a moment, that it waits for Amazon Connect and how long. */
export function ConnectWait() {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  if (!isLong) return null
  return (
    <Suspense>
      <ConnectWaitText />
    </Suspense>
  )
}
