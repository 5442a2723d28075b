import { paths } from '../../shell/paths.ts'
import type { UserFilterToken } from '@patchbay/contract'

/** The people list, filtered by who holds any of the profiles. */
export function peopleHolding(instance: string, ...profileIds: readonly string[]): string {
  const filter = profileIds.map((value): UserFilterToken => ({ property: 'securityProfile', operator: '=', value }))
  const search = { filter: JSON.stringify(filter), ...(filter.length > 1 && { join: 'or' }) }
  return `${paths.people(instance)}?${new URLSearchParams(search).toString()}`
}

/** "1 person", "1,204 people". */
export function sayPeople(count: number): string {
  return count === 1 ? '1 person' : `${count.toLocaleString('en')} people`
}
