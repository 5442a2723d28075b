import Box from '@cloudscape-design/components/box'
import Input, { type InputProps } from '@cloudscape-design/components/input'
import LiveRegion from '@cloudscape-design/components/live-region'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useRouter } from '@tanstack/react-router'
import { useDeferredValue, useEffect, useId, useRef, useState } from 'react'
import { useInstance } from '../../api/session.ts'
import { takeEarlyKeys } from '../../shell/early-keys.ts'
import { searchDialog } from '../../shell/page-keys.ts'
import { FoundList } from './found-list.tsx'
import type { Hit } from './hits.ts'
import { useHits } from './use-hits.ts'

const close = () => searchDialog.set(false)

/** Finds people, security profiles, hierarchy groups and permissions from any page, by keyboard alone. */
export function SearchDialog() {
  const { alias } = useInstance()
  // The dialog takes the focus once it is there; the field that is to have it has to come after that.
  const isThere = useDeferredValue(true, false)
  return (
    <Modal visible size="medium" header={`Search ${alias}`} closeAriaLabel="Close the search" onDismiss={close}>
      {isThere && <Search />}
    </Modal>
  )
}

function Search() {
  const router = useRouter()
  const [typed, setTyped] = useState('')
  const groups = useHits(typed)
  const hits = groups.flatMap((group) => group.hits ?? [])
  const [place, setPlace] = useState(0)
  const list = useId()
  const field = useRef<InputProps.Ref>(null)
  const active = Math.min(place, hits.length - 1)
  const chosen = hits[active]
  // What comes later in the list changes nothing of what is chosen.
  const before = groups.slice(
    0,
    groups.findIndex(({ hits: some }) => chosen !== undefined && some?.includes(chosen)) + 1,
  )
  const isUnsettled = (chosen === undefined ? groups : before).some((group) => group.isSearching)
  // Enter came before the answer: what was typed decides, not what stood there by chance.
  const isWanted = useRef(false)

  function type(text: string): void {
    setTyped(text)
    setPlace(0)
    isWanted.current = false
  }

  function open({ href }: Hit): void {
    close()
    router.history.push(href)
  }

  function press(event: { preventDefault(): void; detail: { key: string; isComposing: boolean } }): void {
    const { key, isComposing } = event.detail
    if (isComposing) return
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      if (hits.length > 0) setPlace((active + step + hits.length) % hits.length)
    }
    // Else the same key would press the button that the question about unsaved changes puts the focus on.
    if (key === 'Enter') event.preventDefault()
    if (key === 'Enter' && isUnsettled) isWanted.current = true
    else if (key === 'Enter' && chosen !== undefined) open(chosen)
  }

  useEffect(() => {
    if (!isWanted.current || isUnsettled) return
    isWanted.current = false
    if (chosen !== undefined) open(chosen)
  })
  useEffect(() => field.current?.focus(), [])

  function takeEarly(): void {
    const { text, isEntered } = takeEarlyKeys()
    if (text === '') return
    type(text)
    isWanted.current = isEntered
  }

  return (
    <SpaceBetween size="s">
      <Input
        ref={field}
        type="search"
        value={typed}
        ariaLabel="Search everything"
        placeholder="Name, user name, phone, id, permission"
        clearAriaLabel="Clear the search"
        autoComplete={false}
        spellcheck={false}
        nativeInputAttributes={{
          dir: 'auto',
          role: 'combobox',
          'aria-autocomplete': 'list',
          'aria-expanded': hits.length > 0,
          'aria-controls': list,
          ...(chosen !== undefined && { 'aria-activedescendant': optionId(list, active) }),
        }}
        onChange={({ detail }) => type(detail.value)}
        onKeyDown={press}
        onFocus={takeEarly}
      />
      {typed.trim() === '' ? (
        <Box color="text-body-secondary">
          Finds people by name, user name, desk phone number or id, security profiles and hierarchy groups by name or
          id, and permissions with the security profiles that grant them. Up and Down choose, Enter opens.
        </Box>
      ) : (
        <FoundList
          id={list}
          groups={groups}
          active={active}
          optionId={(index) => optionId(list, index)}
          onOpen={open}
          // The button that had it goes with the error.
          onRetry={() => field.current?.focus()}
        />
      )}
      <LiveRegion hidden>
        {groups.length === 0 || groups.some((group) => group.isSearching) ? '' : sayFound(hits.length)}
      </LiveRegion>
    </SpaceBetween>
  )
}

function optionId(list: string, index: number): string {
  return `${list}-${index}`
}

function sayFound(count: number): string {
  return count === 0 ? 'Nothing found' : count === 1 ? '1 result' : `${count} results`
}
