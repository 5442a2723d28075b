import type { Right } from '@patchbay/contract'
import type { Role } from './access-config.ts'
import type { GroupTree } from './group-tree.ts'
import type { PersonAccess } from './person-access.ts'

/** Everyone, or the people in these hierarchy groups and all below them. People in no group are in no scope but `all`. */
type Scope = 'all' | readonly string[]

/** What someone may do on one instance, where the groups of their scope are known by id. */
export interface InstanceAccess {
  readonly person: PersonAccess
  /** Where the right holds. Empty: nowhere. */
  scope(right: Right): Scope
  /** Whether the right holds for people of this group. */
  covers(right: Right, groupId: string | null): boolean
  /** What the roles with this right let one hand out: `all`, or what these ceilings say together. */
  ceiling(right: Right): Ceiling
  /** Places of the scope that are no group of this instance, as configured: nobody is in them. */
  readonly unknownPlaces: readonly string[]
}

export type Ceiling =
  | 'all'
  | { readonly securityProfiles: ReadonlySet<string>; readonly permissions: ReadonlySet<string> }

interface ResolvedGrant {
  readonly role: Role
  readonly scope: Scope
}

interface KeptInstanceAccess {
  readonly tree: GroupTree | undefined
  readonly access: InstanceAccess
}

/** By person and alias. */
const kept = new WeakMap<PersonAccess, Map<string, KeptInstanceAccess>>()

/**
 * Kept as long as person and groups are the same objects: finding a thousand places among the groups would cost each request more
 * than all else.
 * @param alias of an instance that is there
 * @param tree the groups of the instance; not needed where every role holds everywhere
 */
export function instanceAccessOf(person: PersonAccess, alias: string, tree: GroupTree | undefined): InstanceAccess {
  const ofPerson = kept.get(person) ?? new Map<string, KeptInstanceAccess>()
  const known = ofPerson.get(alias)
  if (known && known.tree === tree) return known.access
  const access = resolve(person, alias, tree)
  kept.set(person, ofPerson.set(alias, { tree, access }))
  return access
}

function resolve(person: PersonAccess, alias: string, tree: GroupTree | undefined): InstanceAccess {
  const unknownPlaces: string[] = []
  const resolved = person.grants.map(({ role, places }): ResolvedGrant => {
    if (places === 'all') return { role, scope: 'all' }
    const ids = new Set<string>()
    for (const place of places) {
      const at = place.indexOf(':')
      const named = place.slice(0, at).trim()
      if (named !== alias && named !== '*') continue
      const id = tree?.find(place.slice(at + 1).trim())
      if (id !== undefined) ids.add(id)
      else if (named === alias) unknownPlaces.push(place)
    }
    return { role, scope: [...ids] }
  })
  const scopes = new Map<Right, { readonly scope: Scope; readonly set: ReadonlySet<string> }>()
  /** Of a right when it is first asked for: most requests ask for one or two of forty. */
  function scopeOf(right: Right) {
    let found = scopes.get(right)
    if (!found) {
      const holding = resolved.filter(({ role }) => role.rights.has(right)).map(({ scope }) => scope)
      const set = new Set(holding.includes('all') ? [] : holding.flat())
      scopes.set(right, (found = { scope: holding.includes('all') ? 'all' : [...set], set }))
    }
    return found
  }
  return {
    person,
    unknownPlaces: [...new Set(unknownPlaces)],
    scope: (right) => scopeOf(right).scope,
    covers(right, groupId) {
      const { scope, set } = scopeOf(right)
      if (scope === 'all') return true
      if (groupId === null || set.size === 0) return false
      return tree?.pathOf(groupId).some(({ id }) => set.has(id)) ?? false
    },
    ceiling(right) {
      const ceilings = resolved.filter(({ role }) => role.rights.has(right)).map(({ role }) => role.ceiling)
      const bounded = ceilings.filter((one) => one !== 'all')
      if (bounded.length < ceilings.length) return 'all'
      return {
        securityProfiles: new Set(bounded.flatMap((one) => one.securityProfiles)),
        permissions: new Set(bounded.flatMap((one) => one.permissions)),
      }
    },
  }
}
