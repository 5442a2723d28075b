import Input from '@cloudscape-design/components/input'
import { useEffect, useState } from 'react'
import { searchOf } from './pasted-search.ts'

const pauseMs = 200

interface UserSearchBoxProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Finds while typing. The address follows after a short pause; what the address says otherwise (back, a link) is shown. */
export function UserSearchBox({ value, onChange }: UserSearchBoxProps) {
  const [typed, setTyped] = useState(value)
  const [shown, setShown] = useState(value)
  if (value !== shown) {
    setShown(value)
    if (value !== searchOf(typed)) setTyped(value)
  }

  useEffect(() => {
    const wanted = searchOf(typed)
    if (wanted === value) return undefined
    const timer = setTimeout(() => onChange(wanted), pauseMs)
    return () => clearTimeout(timer)
  }, [typed, value, onChange])

  return (
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
      onKeyDown={({ detail }) => {
        if (detail.key === 'Enter') onChange(searchOf(typed))
      }}
    />
  )
}
