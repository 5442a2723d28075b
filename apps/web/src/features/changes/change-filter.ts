import type { PropertyFilterProps } from '@cloudscape-design/components/property-filter'
import { changeStatus, fieldText, targetKind } from '@patchbay/contract'
import { actionText, knownActions, knownFields } from './change-words.ts'
import type { ChangesQuery } from './changes-search.ts'

/** What the tokens of the filter stand for in the address; each at most once. */
export type ChangeFilterValues = Partial<
  Pick<ChangesQuery, 'person' | 'target' | 'targetKind' | 'field' | 'action' | 'status' | 'from' | 'to'>
>

export interface SeenNames {
  readonly people: ReadonlyMap<string, string>
  readonly targets: ReadonlyMap<string, string>
}

type Property = 'person' | 'target' | 'targetKind' | 'field' | 'action' | 'status' | 'time'

const labels: Record<Property, string> = {
  person: 'Who',
  target: 'Whom or what',
  targetKind: 'Kind of target',
  field: 'Field',
  action: 'Action',
  status: 'Outcome',
  time: 'Time',
}
const properties = Object.keys(labels) as Property[]

const statusWords: Record<NonNullable<ChangesQuery['status']>, string> = {
  confirmed: 'Confirmed',
  pending: 'Confirming',
  failed: 'Failed',
}
const targetWords: Record<NonNullable<ChangesQuery['targetKind']>, string> = {
  user: 'Person',
  'security-profile': 'Security profile',
  presets: 'Presets',
}

const otherActions = ['users.create', 'users.delete', 'users.dismissContact', 'securityProfiles.create']

function choicesOf(property: Property, seen: SeenNames, now: Date): readonly (readonly [string, string])[] {
  switch (property) {
    case 'person':
      return [...seen.people]
    case 'target':
      return [...seen.targets]
    case 'targetKind':
      return Object.entries(targetWords)
    case 'field':
      return knownFields.map((field) => [field, fieldText(field)])
    case 'action':
      return [...knownActions, ...otherActions].map((action) => [action, actionText(action)])
    case 'status':
      return Object.entries(statusWords)
    case 'time':
      return daysBack.map(([days, label]) => [startOfDay(now, days).toISOString(), label])
    default:
      return property satisfies never
  }
}

const daysBack = [
  [0, 'Start of today'],
  [1, 'Start of yesterday'],
  [7, '7 days ago'],
  [30, '30 days ago'],
] as const

export function filteringProperties(seen: SeenNames, now: Date): PropertyFilterProps.FilteringProperty[] {
  return properties.map((property) => ({
    key: property,
    propertyLabel: labels[property],
    groupValuesLabel: `Values of ${labels[property].toLowerCase()}`,
    ...(property === 'time' && { defaultOperator: '>=' as const }),
    operators: (property === 'time' ? (['>=', '<'] as const) : (['='] as const)).map((operator) => ({
      operator,
      format: (value: unknown) => labelOf(property, String(value), seen, now),
      ...(operator === '>=' && { description: 'From then on' }),
      ...(operator === '<' && { description: 'Before then' }),
    })),
  }))
}

export function filteringOptions(seen: SeenNames, now: Date): PropertyFilterProps.FilteringOption[] {
  return properties.flatMap((property) =>
    choicesOf(property, seen, now).map(([value, label]) => ({ propertyKey: property, value, label })),
  )
}

const localTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

function labelOf(property: Property, value: string, seen: SeenNames, now: Date): string {
  if (property === 'time') return Number.isNaN(Date.parse(value)) ? value : localTime.format(new Date(value))
  return choicesOf(property, seen, now).find(([one]) => one === value)?.[1] ?? value
}

export function toPropertyFilter(query: ChangeFilterValues): PropertyFilterProps.Query {
  const tokens = properties.flatMap((property): PropertyFilterProps.Token[] => {
    if (property !== 'time') {
      const value = query[property]
      return value === undefined ? [] : [{ propertyKey: property, operator: '=', value }]
    }
    return [
      ...(query.from === undefined ? [] : [{ propertyKey: property, operator: '>=', value: query.from }]),
      ...(query.to === undefined ? [] : [{ propertyKey: property, operator: '<', value: query.to }]),
    ]
  })
  return { operation: 'and', tokens }
}

export interface ReadFilter {
  readonly values: ChangeFilterValues
  /** What could not be understood, in words. */
  readonly fault: string | undefined
}

/** Cloudscape's tokens as what the route takes. Of two tokens on one property the later wins. */
export function fromPropertyFilter({ tokens }: PropertyFilterProps.Query, seen: SeenNames, now: Date): ReadFilter {
  const values: Record<string, string> = {}
  let fault: string | undefined
  for (const { propertyKey, operator, value } of tokens) {
    const property = properties.find((one) => one === propertyKey)
    if (property === undefined) continue
    const read = readValue(property, String(value).trim(), seen, now)
    if (read === undefined) fault = faultText(property, String(value))
    else values[property === 'time' ? (operator === '<' ? 'to' : 'from') : property] = read
  }
  return { values, fault }
}

function readValue(property: Property, typed: string, seen: SeenNames, now: Date): string | undefined {
  const folded = typed.toLowerCase()
  const choices = choicesOf(property, seen, now)
  const chosen =
    choices.find(([value]) => value === typed) ?? choices.find(([, label]) => label.toLowerCase() === folded)
  if (chosen !== undefined) return chosen[0]
  if (property === 'time') return readTime(typed)
  if (property === 'status') return changeStatus.safeParse(folded).data
  if (property === 'targetKind') return targetKind.safeParse(folded).data
  return typed === '' ? undefined : typed
}

/** `2026-11-21`, `2026-11-21 09:30` in the person's own zone, or a whole instant with its zone. */
function readTime(typed: string): string | undefined {
  const match = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d(?::\d\d)?(?:\.\d+)?)(Z|[+-]\d\d:\d\d)?)?$/.exec(typed)
  if (match === null) return undefined
  const [, day = '', time = '00:00', zone = ''] = match
  const at = new Date(`${day}T${time}${zone}`)
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString()
}

function faultText(property: Property, typed: string): string {
  return property === 'time'
    ? `“${typed}” is not a time. Write it as 2026-01-31 or 2026-01-31 14:30.`
    : `“${typed}” is no ${labels[property].toLowerCase()} that can be filtered by.`
}

function startOfDay(now: Date, daysBefore: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysBefore)
}
