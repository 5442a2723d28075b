import { rights, type OwnRights, type Right } from '@patchbay/contract'

interface RightGroup {
  readonly title: string
  readonly rights: readonly Right[]
}

const titles: readonly (readonly [prefix: string, title: string])[] = [
  ['users.', 'People'],
  ['security-profiles.', 'Security profiles'],
  ['hierarchy.', 'Hierarchy'],
  ['routing-profiles.', 'Routing profiles'],
  ['changes.', 'Changes'],
  ['', 'Patchbay itself'],
]

/** All rights, by what they are about; one that is newer than this list is about Patchbay itself. */
export const rightGroups: readonly RightGroup[] = titles.map(([prefix, title]) => ({
  title,
  rights: rights.filter((right) => titles.find(([one]) => right.startsWith(one))?.[0] === prefix),
}))

/** Rights about people hold where the person stands in the hierarchy; others for a whole instance. */
export function isAboutPeople(right: Right): boolean {
  return /^(users|hierarchy|changes)\./.test(right)
}

type OwnRight = OwnRights['rights'][number]

/** What a yes or a no comes to on the screens. */
export function meaningOf({ right, allowed, scope }: Pick<OwnRight, 'right' | 'allowed' | 'scope'>): string {
  if (!allowed) return missingMeaning(right)
  if (!isAboutPeople(right) || scope === 'all') return isAboutPeople(right) ? 'For everyone' : 'On the whole instance'
  return scope.length === 0 ? 'For nobody: none of your hierarchy groups is in this instance' : 'For the people in'
}

function missingMeaning(right: Right): string {
  if (right.endsWith('.read')) return 'It is not shown to you'
  if (right === 'presets.write' || /\.(create|delete|export)$/.test(right)) return 'There is no button for it'
  return 'You see it as text that cannot be changed'
}

/** From the top down to the group itself. A group that lost its name to a deletion keeps its id. */
export function placeText({ id, path }: { readonly id: string; readonly path: readonly { name: string | null }[] }) {
  return path.length === 0 ? id : path.map(({ name }) => name ?? 'No longer exists').join(' / ')
}
