import { rights, type Right } from '@patchbay/contract'
import type { AccessConfig, Role } from './access-config.ts'

/** A role that someone has, with where it holds. */
interface Grant {
  readonly role: Role
  /** `alias:group` texts; empty: nobody at all. */
  readonly places: 'all' | readonly string[]
}

/** What a signed-in person may do, on any instance. */
export interface PersonAccess {
  readonly config: AccessConfig
  readonly grants: readonly Grant[]
  readonly rights: ReadonlySet<Right>
  readonly isAdministrator: boolean
  readonly reasonRequired: boolean
  /** What the person signs in to Connect with, where the identity provider says so. */
  readonly username: string | null
}

export interface ClaimedAccess {
  readonly roles: readonly string[]
  readonly places: readonly string[]
  readonly username: string | null
}

/** More than work at the same time. */
const MOST_KEPT = 1_000

/** What follows from the same rules and the same claims: kept, because every request asks for it. */
export class KeptAccess {
  /** The one asked for last comes last. */
  readonly #byPerson = new Map<string, { readonly claimed: ClaimedAccess; readonly access: PersonAccess }>()

  /** As `accessOf`. Lists of claims are compared as objects, so that other ones, however equal, are looked at anew. */
  of(config: AccessConfig, personId: string, { roles, places, username }: ClaimedAccess): PersonAccess {
    let kept = this.#byPerson.get(personId)
    const isSame =
      kept?.access.config === config &&
      kept.claimed.roles === roles &&
      kept.claimed.places === places &&
      kept.claimed.username === username
    if (!kept || !isSame) {
      const claimed = { roles, places, username }
      kept = { claimed, access: accessOf(config, claimed) }
    }
    this.#byPerson.delete(personId)
    this.#byPerson.set(personId, kept)
    if (this.#byPerson.size > MOST_KEPT) this.#byPerson.delete(this.#byPerson.keys().next().value ?? '')
    return kept.access
  }
}

/**
 * Several roles add up, each with its own scope and ceiling: who may read everyone by one role and write some by
 * another does not write everyone. A role that is no longer configured gives nothing.
 */
export function accessOf(config: AccessConfig, { roles, places, username }: ClaimedAccess): PersonAccess {
  const grants = roles.flatMap((name): Grant[] => {
    const role = config.roles.get(name)
    return role ? [{ role, places: role.scope === 'claim' ? places : role.scope }] : []
  })
  return {
    config,
    grants,
    rights: new Set(rights.filter((right) => grants.some(({ role }) => role.rights.has(right)))),
    isAdministrator: grants.some(({ role }) => role.administrator),
    reasonRequired: grants.some(({ role }) => role.reasonRequired),
    username,
  }
}
