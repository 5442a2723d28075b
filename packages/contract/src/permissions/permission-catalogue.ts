import { z } from 'zod'
import data from './permission-catalogue.json' with { type: 'json' }

const permission = z.object({
  /** The API name, as CreateSecurityProfile takes it. */
  name: z.string(),
  group: z.string(),
  resource: z.string(),
  action: z.string(),
  description: z.string(),
  /** False: seen in real instances but absent from AWS's list. */
  documented: z.boolean(),
  dependsOn: z
    .array(z.object({ name: z.string(), kind: z.enum(['autoSelects', 'requires', 'alsoGrant', 'mustBeAbsent']) }))
    .default([]),
  grantedTogetherWith: z.array(z.string()).default([]),
  /** Takes ability away instead of giving it. */
  restrictive: z.boolean().default(false),
  /** No longer offered by Connect's own page; `migratesTo` names what it became. */
  legacy: z.boolean().default(false),
  migratesTo: z.array(z.string()).default([]),
  note: z.string().optional(),
})
export type Permission = z.infer<typeof permission>

/** Source: https://docs.aws.amazon.com/connect/latest/adminguide/security-profile-list.html, with names seen in real instances. */
export const permissionCatalogue: readonly Permission[] = z.array(permission).parse(data)

const labels = new Map(permissionCatalogue.map(({ name, resource, action }) => [name, `${resource}: ${action}`]))

/** A permission as Amazon Connect's own page calls it; one that no list knows has its API name. */
export function permissionText(name: string): string {
  return labels.get(name) ?? name
}
