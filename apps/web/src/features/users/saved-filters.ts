import { userQuery, type UserQuery } from '@patchbay/contract'
import { useState } from 'react'
import { z } from 'zod'
import { useInstance, useSession } from '../../api/session.ts'

/** What a saved filter holds of the list's state: who is found and in which order, not the page one was on. */
const savedQuery = userQuery.pick({ search: true, filter: true, join: true, sort: true, order: true })
const savedFilters = z.array(z.object({ name: z.string().min(1).max(60), query: savedQuery }))
export type SavedFilter = z.output<typeof savedFilters>[number]

export function toSaved(name: string, { search, filter, join, sort, order }: UserQuery): SavedFilter {
  return { name, query: { search, filter, join, sort, order } }
}

/** With `added`, which takes the place of another one of that name; by name. */
export function withFilter(saved: readonly SavedFilter[], added: SavedFilter): SavedFilter[] {
  const others = saved.filter(({ name }) => name !== added.name)
  return [...others, added].toSorted((a, b) => a.name.localeCompare(b.name))
}

function readSaved(key: string): readonly SavedFilter[] {
  try {
    const kept = savedFilters.safeParse(JSON.parse(localStorage.getItem(key) ?? '[]'))
    // Of an older release, with a property that is gone: nothing to repair it with.
    return kept.success ? kept.data : []
  } catch {
    return []
  }
}

/** The filters that this person keeps for this instance in this browser. Others get one as a link: the address. */
export function useSavedFilters() {
  const { alias } = useInstance()
  const { person } = useSession()
  const key = `patchbay.filters.${JSON.stringify([person.id, alias])}`
  const [saved, setSaved] = useState(() => readSaved(key))
  const keep = (next: readonly SavedFilter[]) => {
    localStorage.setItem(key, JSON.stringify(next))
    setSaved(next)
  }
  return [saved, keep] as const
}
