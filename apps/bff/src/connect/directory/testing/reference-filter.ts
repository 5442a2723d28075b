import type { UserFilterToken, UserRow } from '@patchbay/contract'
import { foldText } from '../fold-text.ts'

export type UserTest = (row: UserRow) => boolean
type Operator = UserFilterToken['operator']

type Property = (operator: Operator, value: string) => UserTest

const properties: Readonly<Record<UserFilterToken['property'], Property>> = {
  username: textProperty((row) => row.username),
  firstName: textProperty((row) => row.identity.firstName),
  lastName: textProperty((row) => row.identity.lastName),
  deskPhoneNumber: textProperty((row) => row.phone.deskPhoneNumber ?? ''),
  id: textProperty((row) => row.id),
  routingProfile: referenceProperty((row) => (row.routingProfile ? [row.routingProfile] : [])),
  securityProfile: referenceProperty((row) => row.securityProfiles),
  hierarchyGroup: groupProperty(),
  tag: tagProperty(),
  phoneType: choiceProperty((row) => row.phone.phoneType),
  autoAccept: choiceProperty((row) => String(row.phone.autoAccept)),
  pending: choiceProperty((row) => String(row.pending)),
  changed: choiceProperty((row) => String(row.changedAt !== null)),
  afterContactWorkSeconds: (operator, value) => {
    const wanted = Number(value)
    if (operator === '<=') return (row) => row.phone.afterContactWorkSeconds <= wanted
    if (operator === '>=') return (row) => row.phone.afterContactWorkSeconds >= wanted
    return (row) => (row.phone.afterContactWorkSeconds === wanted) === (operator === '=')
  },
}

export function passesFilter(tokens: readonly UserFilterToken[], join: 'and' | 'or'): UserTest {
  if (tokens.length === 0) return () => true
  const tests = tokens.map(({ property, operator, value }) => properties[property](operator, value))
  return join === 'and' ? (row) => tests.every((test) => test(row)) : (row) => tests.some((test) => test(row))
}

function textProperty(read: (row: UserRow) => string): Property {
  return (operator, value) => compareTexts(operator, value, (row) => [read(row)])
}

/** `=` and `!=` compare ids, the others look into names. */
function referenceProperty(
  read: (row: UserRow) => readonly { readonly id: string; readonly name: string | null }[],
): Property {
  return (operator, value) => {
    if (operator !== '=' && operator !== '!=') {
      return compareTexts(operator, value, (row) => read(row).map(({ name }) => name ?? ''))
    }
    const holds: UserTest =
      value === '' ? (row) => read(row).length === 0 : (row) => read(row).some(({ id }) => id === value)
    return operator === '=' ? holds : (row) => !holds(row)
  }
}

function groupProperty(): Property {
  const reference = referenceProperty((row) => (row.hierarchyGroup ? [row.hierarchyGroup] : []))
  return (operator, value) => {
    if (operator !== 'under') return reference(operator, value)
    return ({ hierarchyGroup: group }) => group?.id === value || (group?.path.some(({ id }) => id === value) ?? false)
  }
}

function tagProperty(): Property {
  return (operator, value) => {
    const wanted = foldText(value)
    const labels = ({ tags }: UserRow) => Object.entries(tags).map(([key, text]) => `${key}=${text}`)
    if (operator !== '=' && operator !== '!=') return compareTexts(operator, value, labels)
    const holds: UserTest = (row) =>
      wanted === ''
        ? Object.keys(row.tags).length === 0
        : [...Object.keys(row.tags), ...labels(row)].some((text) => foldText(text) === wanted)
    return operator === '=' ? holds : (row) => !holds(row)
  }
}

function choiceProperty(read: (row: UserRow) => string): Property {
  return (operator, value) => (row) => (read(row) === value) === (operator === '=')
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
