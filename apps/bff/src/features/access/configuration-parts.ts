import { createHash } from 'node:crypto'
import type { AccessConfig } from '../../access/access-config.ts'
import { canonicalJson } from '../../store/audit/canonical-json.ts'

/** The parts of a configuration by the names that stand in the file, each as the hash of what it says with all defaults. */
export type ConfigurationParts = Readonly<Record<string, string>>

const hash = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex')

export function configurationParts({ roles, claims, ...rest }: AccessConfig): ConfigurationParts {
  const parts: (readonly [string, unknown])[] = [
    ...[...roles.values()].map(
      (role) => [`roles.${role.name}`, { ...role, rights: [...role.rights].toSorted() }] as const,
    ),
    ...Object.entries(claims.roles).map(([value, role]) => [`claims.roles.${value}`, role] as const),
    ['claims.scope', claims.scope],
    ['claims.username', claims.username],
    ...Object.entries(rest),
  ]
  return Object.fromEntries(parts.map(([name, value]) => [name, hash(value)]))
}

export const configurationHash = (parts: ConfigurationParts): string => hash(parts)

/** Names of what came, went or says something else. */
export function differingParts(before: ConfigurationParts, after: ConfigurationParts): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  const at = (parts: ConfigurationParts, name: string) => (Object.hasOwn(parts, name) ? parts[name] : undefined)
  return [...names].filter((name) => at(before, name) !== at(after, name)).toSorted()
}
