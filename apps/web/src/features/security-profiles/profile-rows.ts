import type { SecurityProfileRow } from '@patchbay/contract'
import type { ProfileSortField, SecurityProfileListSearch } from './security-profiles-search.ts'

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

const compare: Readonly<Record<ProfileSortField, (a: SecurityProfileRow, b: SecurityProfileRow) => number>> = {
  name: (a, b) => collator.compare(a.name, b.name),
  description: (a, b) => collator.compare(a.description, b.description),
  people: (a, b) => a.people - b.people,
  // Never modified, as far as Connect says, counts as longest ago.
  lastModifiedAt: (a, b) => (a.lastModifiedAt ?? '').localeCompare(b.lastModifiedAt ?? ''),
}

function textOf({ id, name, description, tags }: SecurityProfileRow): string {
  return [id, name, description, ...Object.entries(tags).map((pair) => pair.join(' = '))].join('\n').toLowerCase()
}

/** What the list shows: at most 100 profiles exist, so they are all here and nothing has to be asked again. */
export function profileRows(
  all: readonly SecurityProfileRow[],
  { text = '', sort = 'name', order = 'asc' }: SecurityProfileListSearch,
): readonly SecurityProfileRow[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean)
  const found = all.filter((row) => wanted.every((word) => textOf(row).includes(word)))
  const sign = order === 'asc' ? 1 : -1
  return found.toSorted((a, b) => sign * compare[sort](a, b) || compare.name(a, b))
}
