import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { atRest } from '../../shell/at-rest.ts'

interface Typed {
  readonly address: string
  /** Shown, and not in the address yet. */
  readonly ahead: string | undefined
  /** On their way into the address. */
  readonly written: readonly string[]
  /** How often another address came instead of what was typed. */
  readonly dropped: number
}

/**
 * What is looked for: the text of the address, or one that was typed since. That is shown first, and the address follows at rest
 * (`write`), since the router takes as long as the rows do.
 * @param onDropped another address came instead. The same function each time, as `write`
 */
export function useTypedAhead(inAddress: string, write: (text: string) => void, onDropped: () => void) {
  const [typed, setTyped] = useState<Typed>({ address: inAddress, ahead: undefined, written: [], dropped: 0 })
  const { later, now, cancel } = useLater()

  if (inAddress !== typed.address) {
    const at = typed.written.indexOf(inAddress)
    // What we wrote may be older than what is shown by now. Any other text (back, a link, cleared filters) is what is meant.
    const isOlder = at !== -1 && inAddress !== typed.ahead
    setTyped({
      address: inAddress,
      ahead: isOlder ? typed.ahead : undefined,
      written: typed.written.slice(at + 1),
      dropped: at === -1 ? typed.dropped + 1 : typed.dropped,
    })
  }
  const { dropped } = typed
  useLayoutEffect(() => {
    if (dropped === 0) return
    // What is not meant any more is not written over what is.
    cancel()
    onDropped()
  }, [cancel, dropped, onDropped])

  const show = useCallback(
    (text: string) => {
      setTyped((before) => ({ ...before, ahead: text === before.address ? undefined : text }))
      later(() => {
        setTyped((before) => (text === before.address ? before : { ...before, written: [...before.written, text] }))
        write(text)
      })
    },
    [later, write],
  )
  return { text: typed.ahead ?? inAddress, show, writeNow: now }
}

/** Has the last of the tasks it is given done at rest, or `now`; nothing once the component is gone. */
function useLater() {
  const waiting = useRef<() => void>(undefined)
  const now = useCallback(() => {
    const task = waiting.current
    waiting.current = undefined
    task?.()
  }, [])
  const later = useCallback(
    (task: () => void) => {
      waiting.current = task
      atRest(now)
    },
    [now],
  )
  const cancel = useCallback(() => {
    waiting.current = undefined
  }, [])
  useEffect(() => cancel, [cancel])
  return { later, now, cancel }
}
