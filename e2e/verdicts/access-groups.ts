import { proficienciesWrite, securityProfilesWrite, tagsWrite, type Proficiency, type Tags } from '@patchbay/contract'
import fc from 'fast-check'
import { tagResource } from '../../apps/bff/src/connect/tag-resource.ts'
import { associateUserProficiencies } from '../../apps/bff/src/connect/users/user-proficiencies.ts'
import { updateUserSecurityProfiles } from '../../apps/bff/src/connect/users/write-user.ts'
import { securityProfilesForm, tagsForm } from '../../apps/web/src/features/users/access-form.ts'
import { proficienciesForm, type ProficiencyRow } from '../../apps/web/src/features/users/proficiencies-form.ts'
import type { TagRow } from '../../apps/web/src/forms/tag-rows.ts'
import type { Place } from './connect.ts'
import { groupOf, nfc, pathOf, taken, version } from './group.ts'
import { textNear } from './near-bounds.ts'

export const profileIds = ({ securityProfileIds: ids }: Place): fc.Arbitrary<string[]> =>
  fc.oneof(
    fc.constantFrom(0, 1, 2, 9, 10, 11, 12).map((count) => ids.slice(0, count)),
    fc.constantFrom(1, 9, 10).map((count) => [...ids.slice(0, count), ids[0] ?? '']),
    fc.constantFrom('', 'gone', '\uD83D', 'x'.repeat(256)).map((id) => [...ids.slice(0, 2), id]),
  )

const securityProfiles = groupOf<string[], string[]>({
  name: 'security profiles',
  typed: profileIds,
  browser: (_place, typed) => taken(securityProfilesForm, { securityProfileIds: typed })?.securityProfileIds,
  asked: (_place, typed) => typed.toSorted(),
  server: (_place, body) => taken(securityProfilesWrite, { version, securityProfileIds: body })?.securityProfileIds,
  send: (instance, place, body) => updateUserSecurityProfiles(instance, place.userId, body),
  request: (place, securityProfileIds) => ({
    method: 'PUT',
    path: pathOf(place, 'security-profiles'),
    body: { securityProfileIds },
  }),
})

const manyTags = (count: number): TagRow[] => Array.from({ length: count }, (_, at) => ({ key: `k${at}`, value: '' }))
const tagRow: fc.Arbitrary<TagRow> = fc.oneof(
  fc.record({
    key: fc.oneof(
      textNear(1, 128),
      textNear(1, 128).map((text) => `aws:${text}`),
    ),
    value: fc.constant('v'),
  }),
  fc.record({
    key: fc.constantFrom('aws:x', 'AWS:x', ' aws:x', 'k0', '\u00E9', 'e\u0301', '\u1112\u1161', '\uD558', '__proto__'),
    value: textNear(0, 256),
  }),
)

export const tagRows: fc.Arbitrary<TagRow[]> = fc.oneof(
  { weight: 4, arbitrary: tagRow.map((row) => [...manyTags(1), row]) },
  { weight: 2, arbitrary: fc.tuple(tagRow, tagRow).map((rows) => rows) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, 49, 50, 51).map(manyTags) },
)

export function askedTags(rows: readonly TagRow[]): Tags | undefined {
  const isTwice = new Set(rows.map(({ key }) => nfc(key))).size < rows.length
  return isTwice ? undefined : Object.fromEntries(rows.map(({ key, value }) => [nfc(key), nfc(value)]))
}

const tags = groupOf<TagRow[], Tags>({
  name: 'tags',
  typed: () => tagRows,
  browser: (_place, typed) => taken(tagsForm, { tags: typed })?.tags,
  asked: (_place, typed) => askedTags(typed),
  server: (_place, body) => taken(tagsWrite, { version, tags: body })?.tags,
  send: async (instance, place, body) => {
    if (Object.keys(body).length > 0) await tagResource(instance, place.userArn, body, {})
  },
  request: (place, body) => ({ method: 'PUT', path: pathOf(place, 'tags'), body: { tags: body } }),
})

const skill = (attributeName: string, attributeValue: string, level = '3'): ProficiencyRow => ({
  attributeName,
  attributeValue,
  level,
})
const languages = [
  'Arabic',
  'English',
  'French',
  'German',
  'Hindi',
  'Japanese',
  'Polish',
  'Spanish',
  'Turkish',
  'Українська',
]
const skills = [
  ...languages.map((value) => skill('connect:Language', value)),
  skill('Product', 'Cards'),
  skill('Skill', 'Fraud'),
]

const proficiencies = groupOf<ProficiencyRow[], Proficiency[]>({
  name: 'proficiencies',
  typed: () =>
    fc.oneof(
      fc.constantFrom(0, 1, 9, 10, 11, 12).map((count) => skills.slice(0, count)),
      fc
        .constantFrom('', '0', '1', '5', '6', '-1', '2.5', '0.99', '5.01', 'x', '１')
        .map((level) => [skill('Product', 'Cards', level)]),
      fc.constantFrom(...skills, skill('Product', 'Cards', '1')).map((one) => [...skills.slice(0, 3), one]),
      fc.tuple(textNear(1, 100), fc.constantFrom('Cards', '')).map(([name, value]) => [skill(name, value)]),
      textNear(1, 100).map((value) => [skill('Product', value)]),
    ),
  browser: (_place, typed) => taken(proficienciesForm, { proficiencies: typed })?.proficiencies,
  asked: (_place, typed) =>
    typed
      .map(({ attributeName, attributeValue, level }) => ({
        attributeName: nfc(attributeName),
        attributeValue: nfc(attributeValue),
        level: (level === '' || Number.isNaN(Number(level)) ? level : Number(level)) as number,
      }))
      .toSorted((a, b) =>
        `${a.attributeName}: ${a.attributeValue}` < `${b.attributeName}: ${b.attributeValue}` ? -1 : 1,
      ),
  server: (_place, body) => taken(proficienciesWrite, { version, proficiencies: body })?.proficiencies,
  send: async (instance, place, body) => {
    if (body.length > 0) await associateUserProficiencies(instance, place.userId, body, {})
  },
  request: (place, body) => ({ method: 'PUT', path: pathOf(place, 'proficiencies'), body: { proficiencies: body } }),
})

export const accessGroups = [securityProfiles, tags, proficiencies]
