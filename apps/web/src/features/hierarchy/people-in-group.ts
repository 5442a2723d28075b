import type { UserFilterToken } from '@patchbay/contract'
import { paths } from '../../shell/paths.ts'

function filtered(instance: string, token: UserFilterToken): string {
  return `${paths.people(instance)}?${new URLSearchParams({ filter: JSON.stringify([token]) }).toString()}`
}

/** The people list, filtered. */
export const peopleIn = {
  group: (instance: string, id: string) => filtered(instance, { property: 'hierarchyGroup', operator: '=', value: id }),
  groupAndBelow: (instance: string, id: string) =>
    filtered(instance, { property: 'hierarchyGroup', operator: 'under', value: id }),
  noGroup: (instance: string) => filtered(instance, { property: 'hierarchyGroup', operator: '=', value: '' }),
}

/** "1 person", "1,204 people". */
export function sayPeople(count: number): string {
  return count === 1 ? '1 person' : `${count.toLocaleString('en')} people`
}
