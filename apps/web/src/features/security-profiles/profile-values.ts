import { securityProfile, securityProfileFields, securityProfileName, type SecurityProfile } from '@patchbay/contract'
import { z } from 'zod'
import type { FieldTexts } from '../../forms/changes.ts'
import { tagRows, toTagRows } from '../../forms/tag-rows.ts'

/** Everything of the form but the permissions, which live in their own store so that a click renders one box. */
const shared = { description: securityProfileFields.description, tags: tagRows }

export const createSchema = z.object({ name: securityProfileName, ...shared })
/** A name that cannot be changed is not judged: Connect's own page may have allowed more. */
export const editSchema = z.object({ name: z.string(), ...shared })
export type ProfileInput = z.input<typeof createSchema>
export type ProfileOutput = z.output<typeof createSchema>

export function sayTags(tags: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(tags).map(([key, value]) => `${key} = ${value}`)
  return pairs.length === 0 ? 'None' : pairs.join(', ')
}

export const profileTexts: FieldTexts<ProfileOutput> = {
  name: { label: 'Name', format: (name) => name },
  description: { label: 'Description', format: (description) => description || 'None' },
  tags: { label: 'Tags', format: sayTags },
}

/** A state of the profile that a form can begin with or be put on. */
export interface ProfileBase {
  readonly values: ProfileInput
  readonly permissions: ReadonlySet<string>
  /** Empty before the profile exists. */
  readonly version: string
}

export const emptyProfile: ProfileBase = {
  values: { name: '', description: '', tags: [] },
  permissions: new Set(),
  version: '',
}

export function toBase(profile: SecurityProfile): ProfileBase {
  const { name, description, tags, permissions, version } = profile
  return { values: { name, description, tags: toTagRows(tags) }, permissions: new Set(permissions), version }
}

/** The `current` of a conflict, or undefined where it is not a profile. */
export function findCurrent(current: unknown): SecurityProfile | undefined {
  const parsed = securityProfile.safeParse(current)
  return parsed.success ? parsed.data : undefined
}
