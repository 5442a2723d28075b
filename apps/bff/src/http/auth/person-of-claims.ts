import { roleNames } from '../roles.ts'

type Claims = Readonly<Record<string, unknown>>

export interface ClaimedPerson {
  readonly id: string
  readonly name: string
  /** Only roles that Patchbay knows; empty where the person has none of them. */
  readonly roles: readonly string[]
}

/** `realm_access.roles` is the claim of that name, or `roles` inside of `realm_access` as Keycloak has it. */
function findClaim(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name]
  let value: unknown = claims
  for (const key of name.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Claims)[key]
  }
  return value
}

function readNames(claim: unknown): readonly string[] {
  if (typeof claim === 'string') return claim.split(/[\s,]+/)
  return Array.isArray(claim) ? claim.filter((entry) => typeof entry === 'string') : []
}

/** Whether name and roles are in there, or have to be asked for at the UserInfo endpoint. */
export function hasPersonClaims(claims: Claims, roleClaim: string): boolean {
  return typeof claims['name'] === 'string' && findClaim(claims, roleClaim) !== undefined
}

export function personOfClaims(claims: Claims & { readonly sub: string }, roleClaim: string): ClaimedPerson {
  const names = [claims['name'], claims['preferred_username'], claims['email'], claims.sub]
  const held = new Set(readNames(findClaim(claims, roleClaim)))
  return {
    id: claims.sub,
    name: names.find((name) => typeof name === 'string' && name !== '') as string,
    roles: roleNames.filter((role) => held.has(role)),
  }
}
