import { paths } from '../../shell/paths.ts'
import type { UserFilterToken } from '@patchbay/contract'

/** The people list, filtered by who holds the profile. */
export function peopleHolding(instance: string, profileId: string): string {
  const filter: UserFilterToken[] = [{ property: 'securityProfile', operator: '=', value: profileId }]
  return `${paths.people(instance)}?${new URLSearchParams({ filter: JSON.stringify(filter) }).toString()}`
}

/** "1 person", "1,204 people". */
export function sayPeople(count: number): string {
  return count === 1 ? '1 person' : `${count.toLocaleString('en')} people`
}
