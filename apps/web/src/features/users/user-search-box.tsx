import Input from '@cloudscape-design/components/input'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type FormEvent } from 'react'
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
    // oxlint-disable-next-line react/set-state-in-effect -- seldom, and in a state `asked` would be one more rendering of each letter
    setTyped(value)
  }, [value])

  useEffect(() => () => clearTimeout(timer.current), [])

  const type = useCallback(
    (text: string) => {
      setTyped(text)
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
    },
    [onChange],
  )

  const begin = ({ target }: FormEvent) => {
    const isPause = performance.now() < lastAsked.current + pauseMs
    if (target instanceof HTMLInputElement && !isPause) onBegin(searchOf(target.value))
  }

  // Left alone when the rows come.
  const input = useMemo(
    () => (
      <Input
        type="search"
        nativeInputAttributes={{ dir: 'auto' }}
        value={typed}
        ariaLabel="Find people"
        placeholder="Name, user name, phone, id"
        clearAriaLabel="Clear the search"
        autoComplete={false}
        spellcheck={false}
        onChange={({ detail }) => type(detail.value)}
      />
    ),
    [typed, type],
  )
  return <div onInputCapture={begin}>{input}</div>
}
