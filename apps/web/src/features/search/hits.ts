import { permissionCatalogue, permissionText } from '@patchbay/contract/permission-catalogue'
import { findPastedId } from '../../shell/pasted-search.ts'
import { paths } from '../../shell/paths.ts'
import { findGroups } from '../hierarchy/hierarchy.queries.ts'
import { findProfiles } from '../security-profiles/security-profiles.queries.ts'

export interface Hit {
  readonly href: string
  readonly name: string
  /** What tells it apart from others of its name. */
  readonly detail?: string | undefined
}

export interface HitGroup {
  readonly title: string
  /** Undefined: not known yet. */
  readonly hits: readonly Hit[] | undefined
  /** How many there are, of which `hits` are the first. */
  readonly total: number
}

/** Of each kind; what is sought is typed on rather than scrolled to. */
export const SHOWN = 6

interface FoundPeople {
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly username: string
    readonly group: string | undefined
  }[]
  readonly total: number
}

export function peopleHits(instance: string, typed: string, found: FoundPeople | undefined): HitGroup {
  const hits = found?.people.map(({ id, name, username, group }) => ({
    href: paths.person(instance, id),
    name,
    detail: [username, group].filter((part) => part !== undefined).join(' · '),
  }))
  const total = found?.total ?? 0
  return { title: 'People', hits: hits && withRest(hits, total, paths.people(instance, typed.trim())), total }
}

export function profileHits(
  instance: string,
  typed: string,
  rows: Parameters<typeof findProfiles>[0] | undefined,
): HitGroup {
  const text = findPastedId(typed) ?? typed.trim()
  const hits = rows && findProfiles(rows, text)
  const shown = hits?.slice(0, SHOWN).map(({ id, name, description }) => ({
    href: paths.securityProfile(instance, id),
    name,
    detail: description,
  }))
  const total = hits?.length ?? 0
  return {
    title: 'Security profiles',
    hits: shown && withRest(shown, total, paths.securityProfiles(instance, { text })),
    total,
  }
}

export function groupHits(
  instance: string,
  typed: string,
  hierarchy: Parameters<typeof findGroups>[0] | undefined,
): HitGroup {
  const found = hierarchy && findGroups(hierarchy, findPastedId(typed) ?? typed)
  return {
    title: 'Hierarchy groups',
    hits: found?.slice(0, SHOWN).map(({ id, name, above }) => ({
      href: paths.hierarchyGroup(instance, id),
      name,
      detail: above ?? 'Top level',
    })),
    total: found?.length ?? 0,
  }
}

/** They lead to the security profiles that grant them. */
export function permissionHits(instance: string, typed: string): HitGroup {
  const words = typed.toLowerCase().split(/\s+/u).filter(Boolean)
  const found = permissionCatalogue.filter(({ name, group }) => {
    const text = `${permissionText(name)} ${name} ${group}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  return {
    title: 'Permissions',
    hits: found.slice(0, SHOWN).map(({ name }) => ({
      href: paths.securityProfiles(instance, { permission: name }),
      name: permissionText(name),
      detail: name,
    })),
    total: found.length,
  }
}

function withRest(hits: readonly Hit[], total: number, href: string): readonly Hit[] {
  return total > hits.length ? [...hits, { href, name: `Show all ${total.toLocaleString('en')}` }] : hits
}
