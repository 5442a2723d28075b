import type { PropertyFilterProps } from '@cloudscape-design/components/property-filter'
import { userFilterOperators, type FieldFault, type UserFilterToken, type UserQuery } from '@patchbay/contract'
import { formatAfterContactWork, parseDuration } from './after-contact-work.ts'

type Property = UserFilterToken['property']

/** Stands for "has none" where the contract has an empty value, which Cloudscape would not keep. Connect's ids are UUIDs. */
const none = 'none'

export interface FilterChoice {
  readonly value: string
  readonly label: string
  /** Tells equal names apart and is searched too. */
  readonly path?: string
}

/** What the filter suggests, read from the instance. Undefined: not read (yet), or not allowed. */
export interface FilterChoices {
  readonly securityProfile: readonly FilterChoice[] | undefined
  readonly routingProfile: readonly FilterChoice[] | undefined
  readonly hierarchyGroup: readonly FilterChoice[] | undefined
}

const texts = { operators: ['=', '!=', ':', '!:', '^'], defaultOperator: ':' } as const
const labels: Record<Property, string> = {
  username: 'User name',
  firstName: 'First name',
  lastName: 'Last name',
  securityProfile: 'Security profile',
  routingProfile: 'Routing profile',
  hierarchyGroup: 'Hierarchy group',
  phoneType: 'Phone type',
  autoAccept: 'Auto-accept',
  afterContactWorkSeconds: 'After-contact work',
  deskPhoneNumber: 'Desk phone number',
  tag: 'Tag',
  id: 'Id',
  pending: 'Waiting for confirmation',
  changed: 'Changed elsewhere',
}

const yesOrNo: readonly FilterChoice[] = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
]

const fixedChoices: Partial<Record<Property, readonly FilterChoice[]>> = {
  phoneType: [
    { value: 'SOFT_PHONE', label: 'Soft phone' },
    { value: 'DESK_PHONE', label: 'Desk phone' },
  ],
  autoAccept: [
    { value: 'true', label: 'On' },
    { value: 'false', label: 'Off' },
  ],
  pending: yesOrNo,
  changed: yesOrNo,
  afterContactWorkSeconds: [0, 15, 30, 60, 90, 120, 180, 300, 600].map((seconds) => ({
    value: String(seconds),
    label: formatAfterContactWork(seconds),
  })),
}

function choicesOf(property: Property, choices: FilterChoices): readonly FilterChoice[] | undefined {
  if (property === 'securityProfile' || property === 'routingProfile') return choices[property]
  if (property === 'hierarchyGroup')
    return choices.hierarchyGroup && [{ value: none, label: 'None' }, ...choices.hierarchyGroup]
  return fixedChoices[property]
}

function operatorsOf(property: Property): readonly PropertyFilterProps.ComparisonOperator[] {
  switch (property) {
    case 'hierarchyGroup':
      return ['=', '!=', 'under']
    case 'afterContactWorkSeconds':
      return ['=', '!=', '<=', '>=']
    case 'username':
    case 'firstName':
    case 'lastName':
    case 'deskPhoneNumber':
    case 'tag':
    case 'id':
      return texts.operators
    case 'securityProfile':
    case 'routingProfile':
    case 'phoneType':
    case 'autoAccept':
    case 'pending':
    case 'changed':
      return ['=', '!=']
    default:
      return property satisfies never
  }
}

export function filteringProperties(choices: FilterChoices): PropertyFilterProps.FilteringProperty[] {
  return (Object.keys(labels) as Property[]).map((property) => ({
    key: property,
    propertyLabel: labels[property],
    groupValuesLabel: `Values of ${labels[property].toLowerCase()}`,
    ...(operatorsOf(property) === texts.operators && { defaultOperator: texts.defaultOperator }),
    operators: operatorsOf(property).map((operator) => ({
      operator,
      format: (value: unknown) => labelOf(property, String(value), choices),
      ...(operator === 'under' && { description: 'Is it, or is below it' }),
    })),
  }))
}

/** What is suggested for `operator`, the one being typed: nobody is under no group. */
export function filteringOptions(
  choices: FilterChoices,
  operator: string | undefined,
): PropertyFilterProps.FilteringOption[] {
  return (Object.keys(labels) as Property[]).flatMap((property) =>
    (choicesOf(property, choices) ?? [])
      .filter(({ value }) => operator !== 'under' || value !== none)
      .map(({ value, label, path }) => ({ propertyKey: property, value, label: path ?? label })),
  )
}

function labelOf(property: Property, value: string, choices: FilterChoices): string {
  const found = choicesOf(property, choices)?.find((choice) => choice.value === value)
  if (found !== undefined) return found.path ?? found.label
  if (property === 'afterContactWorkSeconds' && /^\d+$/.test(value)) return formatAfterContactWork(Number(value))
  return value
}

/** Names the filter that a refusal is about: the server only says where it stands in the list. */
export function namedFilterFault(fields: readonly FieldFault[], filter: UserQuery['filter'] = []): string | undefined {
  for (const { field, message } of fields) {
    const [name, at] = field.split('.')
    const token = name === 'filter' ? filter[Number(at)] : undefined
    if (token !== undefined) return `${labels[token.property]} ${token.operator} ${token.value}: ${message}`
  }
  return undefined
}

/** The contract's filter as Cloudscape's tokens. */
export function toPropertyFilter({ filter = [], join }: Pick<UserQuery, 'filter' | 'join'>): PropertyFilterProps.Query {
  return {
    operation: join,
    tokens: filter.map(({ property, operator, value }) => ({
      propertyKey: property,
      operator,
      value: value === '' ? none : value,
    })),
  }
}

/** Cloudscape's tokens as the contract's filter. A name that was typed instead of chosen becomes its id. */
export function fromPropertyFilter(
  query: PropertyFilterProps.Query,
  choices: FilterChoices,
): Pick<UserQuery, 'filter' | 'join'> {
  const filter = query.tokens.flatMap((token): UserFilterToken[] => {
    const property = (Object.keys(labels) as Property[]).find((one) => one === token.propertyKey)
    const operator = userFilterOperators.find((one) => one === token.operator)
    if (property === undefined || operator === undefined) return []
    const value = readValue(property, String(token.value), choices)
    // Typed instead of chosen, "under None" can only mean those who are in no group.
    return [{ property, operator: operator === 'under' && value === '' ? '=' : operator, value }]
  })
  return { filter, join: query.operation }
}

function readValue(property: Property, typed: string, choices: FilterChoices): string {
  const offered = choicesOf(property, choices) ?? []
  const folded = typed.trim().toLowerCase()
  const chosen =
    offered.find(({ value }) => value === typed) ??
    offered.find(({ label, path }) => (path ?? label).toLowerCase() === folded) ??
    offered.find(({ label }) => label.toLowerCase() === folded)
  const value = chosen?.value ?? typed
  if (property === 'afterContactWorkSeconds') return String(parseDuration(value) ?? value)
  return value === none && property === 'hierarchyGroup' ? '' : value
}
