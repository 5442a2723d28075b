import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { searchOf } from '../../shell/pasted-search.ts'
import classes from './user-search-box.module.css'

/** Each key is asked for at once; of a key held down, or of who types faster than this, the last one. */
const pauseMs = 50

interface UserSearchBoxProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

/**
 * Finds while typing. `value` follows each key, sooner or later; what it is otherwise (back, a link) is shown. The text is the browser's alone:
 * nothing is rendered for a letter but what it finds (decision 22).
 */
export function UserSearchBox({ value, onChange }: UserSearchBoxProps) {
  const input = useRef<HTMLInputElement>(null)
  // Another one later would be written into the document at each letter.
  const [beginning] = useState(value)
  // The value, and what was asked for since: who types on before it comes as the value loses nothing when it does.
  const asked = useRef<readonly string[]>([value])
  const lastAsked = useRef(-pauseMs)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useLayoutEffect(() => {
    const at = asked.current.lastIndexOf(value)
    if (at !== -1) {
      asked.current = asked.current.slice(at)
      return
    }
    clearTimeout(timer.current)
    asked.current = [value]
    if (input.current !== null) input.current.value = value
  }, [value])

  useEffect(() => () => clearTimeout(timer.current), [])

  const type = (text: string) => {
    clearTimeout(timer.current)
    const wanted = searchOf(text)
    if (wanted === asked.current.at(-1)) return
    const ask = () => {
      lastAsked.current = performance.now()
      asked.current = [...asked.current, wanted]
      onChange(wanted)
    }
    const wait = lastAsked.current + pauseMs - performance.now()
    if (wait <= 0) ask()
    else timer.current = setTimeout(ask, wait)
  }

  const clear = () => {
    if (input.current === null) return
    input.current.value = ''
    input.current.focus()
    type('')
  }

  return (
    <div className={classes['box']}>
      <svg viewBox="0 0 16 16" aria-hidden="true" className={classes['icon']}>
        <path d="m11 11 4 4M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10Z" />
      </svg>
      <input
        ref={input}
        type="search"
        dir="auto"
        className={classes['input']}
        defaultValue={beginning}
        aria-label="Find people"
        placeholder="Name, user name, phone, id"
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => type(target.value)}
      />
      <button
        type="button"
        className={classes['clear']}
        aria-label="Clear the search"
        title="Clear the search"
        onClick={clear}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="m2 1.71 12 12M2 13.71l12-12" />
        </svg>
      </button>
    </div>
  )
}
