import { id, securityProfileIds, type Tags, type User } from '@patchbay/contract'
import { z } from 'zod'
import type { FieldTexts } from '../../forms/changes.ts'
import { choiceOf, type Choices } from '../../forms/choices.ts'
import { tagRows, toTagRows, type TagRow } from '../../forms/tag-rows.ts'
import { noGroup } from '../hierarchy/hierarchy.queries.ts'
import { gone, groupPath } from './user-words.ts'

/** The fields of where a person stands and what the person may do; each is a settings group of its own. */
export const accessFields = {
  routingProfileId: z.string().min(1, 'Choose a routing profile.').pipe(id),
  hierarchyGroupId: z
    .string()
    .min(1, 'Choose a hierarchy group.')
    .transform((chosen): string | null => (chosen === noGroup ? null : chosen)),
  /** A set: in which order they were chosen is no change. */
  securityProfileIds: z
    .array(z.string())
    .pipe(securityProfileIds)
    .transform((ids) => ids.toSorted()),
  tags: tagRows,
}

export const routingProfileForm = z.object({ routingProfileId: accessFields.routingProfileId })
export const hierarchyGroupForm = z.object({ hierarchyGroupId: accessFields.hierarchyGroupId })
export const tagsForm = z.object({ tags: accessFields.tags })
export const securityProfilesForm = z.object({ securityProfileIds: accessFields.securityProfileIds })

export function toAccessForm(user: Pick<User, 'routingProfile' | 'hierarchyGroup' | 'securityProfiles' | 'tags'>) {
  return {
    routingProfileId: user.routingProfile?.id ?? '',
    hierarchyGroupId: user.hierarchyGroup?.id ?? noGroup,
    securityProfileIds: user.securityProfiles.map((profile) => profile.id),
    tags: toTagRows(user.tags),
  }
}

/** What ids are called: as the lists that one chooses from have it, until they are read as the person has it. */
export interface AccessNames {
  readonly routingProfile: (id: string) => string
  readonly group: (id: string | null) => string
  readonly securityProfile: (id: string) => string
}

interface AccessChoices {
  readonly routingProfiles?: Choices
  readonly groups?: Choices
  readonly securityProfiles?: Choices
}

const unread: Choices = { items: undefined, hasFailed: false, retry: () => undefined }

export function accessNames(user: User | undefined, choices: AccessChoices): AccessNames {
  const { routingProfiles = unread, groups = unread, securityProfiles = unread } = choices
  const heldProfile = (wanted: string) => user?.securityProfiles.find((profile) => profile.id === wanted)?.name ?? gone
  return {
    routingProfile: (wanted) =>
      choiceOf(routingProfiles, wanted, () => (user?.routingProfile?.id === wanted && user.routingProfile.name) || gone)
        .label,
    group: (wanted) => {
      if (wanted === null || wanted === noGroup) return 'In no group'
      const own = user?.hierarchyGroup?.id === wanted ? groupPath(user.hierarchyGroup) : gone
      const { label, description } = choiceOf(groups, wanted, () => own)
      return description === undefined ? label : `${description} / ${label}`
    },
    securityProfile: (wanted) => choiceOf(securityProfiles, wanted, heldProfile).label,
  }
}

interface AccessValues {
  readonly routingProfileId: string
  readonly hierarchyGroupId: string | null
  readonly securityProfileIds: string[]
  readonly tags: Tags
}

export function accessTexts(names: AccessNames): FieldTexts<AccessValues> {
  return {
    routingProfileId: { label: 'Routing profile', format: names.routingProfile },
    hierarchyGroupId: { label: 'Hierarchy group', format: names.group },
    securityProfileIds: {
      label: 'Security profiles',
      format: (ids) => ids.map(names.securityProfile).toSorted().join(', ') || 'None',
      parts: {
        of: (ids) => ids.map((key) => ({ key, label: names.securityProfile(key), text: 'Held' })),
        keyOf: (held: string) => held,
        absent: 'Not held',
      },
    },
    tags: tagsText,
  }
}

export const tagsText = {
  label: 'Tags',
  format: sayTags,
  parts: {
    of: (tags: Tags) =>
      Object.entries(tags).map(([key, value]) => ({ key, label: `Tag ${key}`, text: value || 'Without a value' })),
    keyOf: ({ key }: TagRow) => key.normalize('NFC'),
    absent: 'None',
  },
}

function sayTags(tags: Tags): string {
  return (
    Object.entries(tags)
      .map(([key, value]) => (value === '' ? key : `${key} = ${value}`))
      .join(', ') || 'None'
  )
}
