import Input from '@cloudscape-design/components/input'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { searchOf } from '../../shell/pasted-search.ts'

/** Each key is asked for at once; of a key held down, or of who types faster than this, the last one. */
const pauseMs = 50

interface UserSearchBoxProps {
  readonly value: string
  readonly onChange: (value: string) => void
  /** What `onChange` will be told of within the same event, before the letter is rendered: time for the server to begin. */
  readonly onBegin: (value: string) => void
}

/** Finds while typing. `value` follows each key, sooner or later; what it is otherwise (back, a link) is shown. */
export function UserSearchBox({ value, onChange, onBegin }: UserSearchBoxProps) {
  const [typed, setTyped] = useState(value)
  const [shown, setShown] = useState(value)
  // Asked for, and not come as the value yet: who types on meanwhile loses nothing when it does.
  const [asked, setAsked] = useState<readonly string[]>([])
  const lastAsked = useRef(-pauseMs)
  if (value !== shown) {
    setShown(value)
    const at = asked.indexOf(value)
    setAsked(asked.slice(at + 1))
    if (at === -1) setTyped(value)
  }

  const begin = ({ target }: FormEvent) => {
    const isPause = performance.now() < lastAsked.current + pauseMs
    if (target instanceof HTMLInputElement && !isPause) onBegin(searchOf(target.value))
  }

  useEffect(() => {
    const wanted = searchOf(typed)
    if (wanted === (asked.at(-1) ?? value)) return undefined
    const ask = () => {
      lastAsked.current = performance.now()
      setAsked([...asked, wanted])
      onChange(wanted)
    }
    const wait = lastAsked.current + pauseMs - performance.now()
    // Within the event of the key itself, before its letter is painted.
    if (wait <= 0) return ask()
    const timer = setTimeout(ask, wait)
    return () => clearTimeout(timer)
  }, [typed, value, asked, onChange])

  return (
    <div onInputCapture={begin}>
      <Input
        type="search"
        nativeInputAttributes={{ dir: 'auto' }}
        value={typed}
        ariaLabel="Find people"
        placeholder="Name, user name, phone, id"
        clearAriaLabel="Clear the search"
        autoComplete={false}
        spellcheck={false}
        onChange={({ detail }) => setTyped(detail.value)}
      />
    </div>
  )
}
