import { useEffect, useState } from 'react'

const slowAfterMs = 4000

/** True once `isWaiting` has lasted so long that it needs a word. */
export function useIsSlow(isWaiting: boolean): boolean {
  const [isSlow, setSlow] = useState(false)
  if (isSlow && !isWaiting) setSlow(false)
  useEffect(() => {
    if (!isWaiting) return undefined
    const timer = setTimeout(() => setSlow(true), slowAfterMs)
    return () => clearTimeout(timer)
  }, [isWaiting])
  return isSlow
}
