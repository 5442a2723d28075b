import { hash } from 'node:crypto'

/**
 * SHA-256 in base64url over a canonical form: keys sorted, absent and null alike, and every list taken as the set that it is
 * in Connect (profiles of a person, permissions of a profile, settings per channel). The same settings always give the same version.
 */
export function versionOf(settings: unknown): string {
  return hash('sha256', canonical(settings), 'base64url')
}

function canonical(value: unknown): string {
  if (value === undefined || value === null) return 'null'
  if (typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join(',')}]`
  let members = ''
  for (const key of Object.keys(value).sort()) {
    const member = (value as Readonly<Record<string, unknown>>)[key]
    if (member !== undefined && member !== null) members += `${JSON.stringify(key)}:${canonical(member)},`
  }
  return `{${members}}`
}
