import type { FieldFault, UserFilterToken } from '@patchbay/contract'
import { Fault } from '../../http/fault.ts'

type Operator = UserFilterToken['operator']

/** What a property can be compared by, and what with. */
interface Property {
  readonly operators: readonly Operator[]
  /** Words for a value that cannot be meant, or undefined. */
  readonly faultOf?: (value: string) => string | undefined
}

const text: Property = { operators: ['=', '!=', ':', '!:', '^'] }

const properties: Readonly<Record<UserFilterToken['property'], Property>> = {
  username: text,
  firstName: text,
  lastName: text,
  deskPhoneNumber: text,
  tag: text,
  id: text,
  routingProfile: text,
  securityProfile: text,
  hierarchyGroup: { operators: [...text.operators, 'under'] },
  phoneType: choice('SOFT_PHONE', 'DESK_PHONE'),
  autoAccept: choice('true', 'false'),
  pending: choice('true', 'false'),
  changed: choice('true', 'false'),
  afterContactWorkSeconds: {
    operators: ['=', '!=', '<=', '>='],
    faultOf: (value) => (/^\d{1,9}$/.test(value) ? undefined : 'Enter a whole number of seconds.'),
  },
}

/** Throws BAD_REQUEST that names the token a nonsensical filter is in. */
export function requireUserFilter(tokens: readonly UserFilterToken[]): void {
  const fields = tokens.flatMap(faultsOf)
  if (fields.length > 0) throw new Fault('BAD_REQUEST', { fields }, { message: fields[0]?.message })
}

function faultsOf({ property, operator, value }: UserFilterToken, at: number): FieldFault[] {
  const { operators, faultOf } = properties[property]
  if (!operators.includes(operator)) {
    const message = `${property} cannot be compared by ${operator}; use one of ${operators.join(' ')}.`
    return [{ field: `filter.${at}.operator`, message }]
  }
  const message = operator === 'under' && value === '' ? 'Name the group.' : faultOf?.(value)
  return message === undefined ? [] : [{ field: `filter.${at}.value`, message }]
}

function choice(...values: readonly string[]): Property {
  return {
    operators: ['=', '!='],
    faultOf: (value) => (values.includes(value) ? undefined : `Choose one of ${values.join(', ')}.`),
  }
}
