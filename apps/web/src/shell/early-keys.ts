import { useLayoutEffect } from 'react'

interface EarlyKeys {
  readonly text: string
  readonly isEntered: boolean
}

let early: EarlyKeys | undefined

/**
 * Keeps what is typed between asking for a dialog and its field being there: it is meant for the field, and none of it is a key of the
 * page below.
 */
export function useEarlyKeys(isAsked: boolean): void {
  useLayoutEffect(() => {
    if (!isAsked) return undefined
    early = { text: '', isEntered: false }
    document.addEventListener('keydown', keep, { capture: true })
    return () => {
      document.removeEventListener('keydown', keep, { capture: true })
      early = undefined
    }
  }, [isAsked])
}

/** For the field, when it takes the focus: from then on it hears all keys itself. */
export function takeEarlyKeys(): EarlyKeys {
  const taken = early ?? { text: '', isEntered: false }
  early = undefined
  return taken
}

function keep(event: KeyboardEvent): void {
  const { key, altKey, ctrlKey, metaKey, isComposing } = event
  if (early === undefined || altKey || ctrlKey || metaKey || isComposing) return
  if (key === 'Enter') early = { ...early, isEntered: true }
  else if (key === 'Backspace') early = { ...early, text: early.text.slice(0, -1) }
  else if (key.length === 1) early = { ...early, text: early.text + key }
  else return
  event.preventDefault()
  event.stopPropagation()
}
