import type { AccessConfig } from '../../access/access-config.ts'

type Claims = Readonly<Record<string, unknown>>

export interface ClaimedPerson {
  readonly id: string
  readonly name: string
  /** Only roles that are configured; empty where the person has none of them. */
  readonly roles: readonly string[]
  /** Where the person may do it, as `alias:group`. Counts for roles whose scope comes from a claim. */
  readonly places: readonly string[]
  /** What the person signs in to Connect with, so that nobody raises themselves. */
  readonly username: string | null
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

/** One text can be a list of names. Names of groups have spaces and commas in them, so their claims are one value. */
function readTexts(claim: unknown, separator?: RegExp): readonly string[] {
  if (typeof claim === 'string') return separator === undefined ? [claim] : claim.split(separator)
  return Array.isArray(claim) ? claim.filter((entry) => typeof entry === 'string') : []
}

/** Whether name, roles and their places are in there, or have to be asked for at the UserInfo endpoint. */
export function hasPersonClaims(claims: Claims, roleClaim: string, access: AccessConfig): boolean {
  if (typeof claims['name'] !== 'string') return false
  const claimed = findClaim(claims, roleClaim)
  if (claimed === undefined) return false
  const asksForPlaces = readRoles(claimed, access).some((name) => access.roles.get(name)?.scope === 'claim')
  return !asksForPlaces || findClaim(claims, access.claims.scope.claim) !== undefined
}

/** Without a mapping the claim holds the roles by their own names; with one, only what is mapped counts. */
function readRoles(claim: unknown, { roles, claims }: AccessConfig): string[] {
  const mapping = Object.entries(claims.roles)
  // A mapped value may have spaces in it; a list in one text is of plain names.
  const held = new Set([...readTexts(claim), ...readTexts(claim, /[\s,]+/)])
  if (mapping.length === 0) return [...roles.keys()].filter((role) => held.has(role))
  const mapped = new Set(mapping.filter(([value]) => held.has(value)).map(([, role]) => role))
  return [...roles.keys()].filter((role) => mapped.has(role))
}

function readPlaces(claims: Claims, { scope }: AccessConfig['claims']): string[] {
  const places = readTexts(findClaim(claims, scope.claim)).flatMap((value) => {
    if (Object.hasOwn(scope.values, value)) return scope.values[value] ?? []
    if (!value.startsWith(scope.prefix)) return []
    const place = value.slice(scope.prefix.length)
    return /^[^:\s][^:]*:\s*\S/.test(place) ? [place] : []
  })
  return [...new Set(places)]
}

export function personOfClaims(
  claims: Claims & { readonly sub: string },
  roleClaim: string,
  access: AccessConfig,
): ClaimedPerson {
  const names = [claims['name'], claims['preferred_username'], claims['email'], claims.sub]
  const username = findClaim(claims, access.claims.username)
  return {
    id: claims.sub,
    name: names.find((name) => typeof name === 'string' && name !== '') as string,
    roles: readRoles(findClaim(claims, roleClaim), access),
    places: readPlaces(claims, access.claims),
    username: typeof username === 'string' && username !== '' ? username : null,
  }
}
