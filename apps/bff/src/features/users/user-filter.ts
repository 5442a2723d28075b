import type { FieldFault, UserFilterToken, UserRow } from '@patchbay/contract'
import { Fault } from '../../http/fault.ts'
import { foldText } from '../fold-text.ts'

export type UserTest = (row: UserRow) => boolean
type Operator = UserFilterToken['operator']

const TEXT: readonly Operator[] = ['=', '!=', ':', '!:', '^']
const CHOICE: readonly Operator[] = ['=', '!=']

/** A property of the filter: its operators, its values, and what it reads of a row. */
interface Property {
  readonly operators: readonly Operator[]
  /** Words for a value that cannot be meant, or undefined. */
  readonly faultOf?: (value: string) => string | undefined
  readonly test: (operator: Operator, value: string) => UserTest
}

const properties: Readonly<Record<UserFilterToken['property'], Property>> = {
  username: textProperty((row) => row.username),
  firstName: textProperty((row) => row.identity.firstName),
  lastName: textProperty((row) => row.identity.lastName),
  deskPhoneNumber: textProperty((row) => row.phone.deskPhoneNumber ?? ''),
  routingProfile: referenceProperty((row) => (row.routingProfile ? [row.routingProfile] : [])),
  securityProfile: referenceProperty((row) => row.securityProfiles),
  hierarchyGroup: groupProperty(),
  phoneType: choiceProperty(['SOFT_PHONE', 'DESK_PHONE'], (row) => row.phone.phoneType),
  autoAccept: choiceProperty(['true', 'false'], (row) => String(row.phone.autoAccept)),
  afterContactWorkSeconds: {
    operators: ['=', '!=', '<=', '>='],
    faultOf: (value) => (/^\d{1,9}$/.test(value) ? undefined : 'Enter a whole number of seconds.'),
    test: (operator, value) => {
      const wanted = Number(value)
      if (operator === '<=') return (row) => row.phone.afterContactWorkSeconds <= wanted
      if (operator === '>=') return (row) => row.phone.afterContactWorkSeconds >= wanted
      return (row) => (row.phone.afterContactWorkSeconds === wanted) === (operator === '=')
    },
  },
}

/** The test that a row has to pass. Throws BAD_REQUEST that names the token a nonsensical filter is in. */
export function requireUserFilter(tokens: readonly UserFilterToken[], join: 'and' | 'or'): UserTest {
  const fields = tokens.flatMap(faultsOf)
  if (fields.length > 0) throw new Fault('BAD_REQUEST', { fields }, { message: fields[0]?.message })
  if (tokens.length === 0) return () => true
  const tests = tokens.map(({ property, operator, value }) => properties[property].test(operator, value))
  return join === 'and' ? (row) => tests.every((test) => test(row)) : (row) => tests.some((test) => test(row))
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

function textProperty(read: (row: UserRow) => string): Property {
  return { operators: TEXT, test: (operator, value) => compareTexts(operator, value, (row) => [read(row)]) }
}

/** `=` and `!=` compare ids, the others look into names. */
function referenceProperty(
  read: (row: UserRow) => readonly { readonly id: string; readonly name: string | null }[],
): Property {
  return {
    operators: TEXT,
    test: (operator, value) => {
      if (operator !== '=' && operator !== '!=') {
        return compareTexts(operator, value, (row) => read(row).map(({ name }) => name ?? ''))
      }
      const holds: UserTest =
        value === '' ? (row) => read(row).length === 0 : (row) => read(row).some(({ id }) => id === value)
      return operator === '=' ? holds : (row) => !holds(row)
    },
  }
}

function groupProperty(): Property {
  const reference = referenceProperty((row) => (row.hierarchyGroup ? [row.hierarchyGroup] : []))
  return {
    operators: [...TEXT, 'under'],
    test: (operator, value) => {
      if (operator !== 'under') return reference.test(operator, value)
      return ({ hierarchyGroup: group }) => group?.id === value || (group?.path.some(({ id }) => id === value) ?? false)
    },
  }
}

function choiceProperty(values: readonly string[], read: (row: UserRow) => string): Property {
  return {
    operators: CHOICE,
    faultOf: (value) => (values.includes(value) ? undefined : `Choose one of ${values.join(', ')}.`),
    test: (operator, value) => (row) => (read(row) === value) === (operator === '='),
  }
}

function compareTexts(operator: Operator, value: string, read: (row: UserRow) => readonly string[]): UserTest {
  const wanted = foldText(value)
  const some =
    (matches: (text: string) => boolean): UserTest =>
    (row) =>
      read(row).some((text) => matches(foldText(text)))
  const negated = operator === '!=' || operator === '!:'
  const test =
    operator === '=' || operator === '!='
      ? some((text) => text === wanted)
      : operator === '^'
        ? some((text) => text.startsWith(wanted))
        : some((text) => text.includes(wanted))
  return negated ? (row) => !test(row) : test
}
