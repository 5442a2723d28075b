import { operationBounds, type Shape, shapes } from '../bounds/check-bounds.ts'

/** One value at, or just beyond, one bound of one input member. */
export interface BoundCase {
  /** Path of the member and what is tried, such as `IdentityInfo.FirstName: 256 characters`. */
  name: string
  /** The member's name, which a refusal must tell. */
  member: string
  input: Record<string, unknown>
  allowed: boolean
}

type Wrap = (value: unknown) => Record<string, unknown>

/** An id that fits every instance id's pattern and names nothing. */
const NO_INSTANCE = '00000000-0000-4000-8000-000000000000'
const NO_RESOURCE = `arn:aws:connect:us-east-1:123456789012:instance/${NO_INSTANCE}`

/** Strings of a length for shapes whose pattern a row of the letter a does not meet. */
const FITTING: Record<string, (length: number) => string> = {
  Password: (length) => `Aa1${'a'.repeat(Math.max(length, 8) - 3)}`,
  PhoneNumber: () => '+4930123456',
  SensitivePhoneNumber: () => '+4930123456',
  InstanceIdOrArn: () => NO_INSTANCE,
}

/** A string that the pattern of a shape refuses though its length is fine. */
const UNFITTING: Record<string, string> = {
  Password: 'alllowercase1',
  PhoneNumber: '004930123456',
  SensitivePhoneNumber: '+0123456',
  TagKey: 'aws:reserved',
  CreateSecurityProfileName: 'Ümlaut',
  PrimaryAttributeContextKeyName: 'aws:漢',
  IAMRestrictedPrimaryValue: '漢',
  WorkspaceName: '   ',
  WorkspaceDescription: 'bell \u0007',
  WorkspaceTitle: 'line\nbreak',
  ThemeString: ' ',
  ThemeImageLink: ' ',
  Page: 'a#b',
  Slug: 'ab',
  MediaSource: ' ',
  ViewsInstanceId: 'a b',
  ViewsNextToken: 'a b',
  ViewId: 'a b',
  InstanceIdOrArn: 'not-an-id',
}

/** Every bound of an operation's input from both sides: inside on the bound, outside by one. */
export function boundCases(operation: string): BoundCase[] {
  const { input } = operationBounds[operation] ?? { input: {} }
  const base = minimalMembers(input)
  return memberCases(input, '', (members) => ({ ...base, ...(members as object) }), new Set())
}

function memberCases(
  members: Record<string, string>,
  prefix: string,
  wrap: Wrap,
  seen: ReadonlySet<string>,
): BoundCase[] {
  return Object.entries(members).flatMap(([member, ref]) => {
    const shape = ref.replace('!', '')
    const path = prefix + member
    const wrapMember: Wrap = (value) => wrap({ ...minimalMembers(members), [member]: value })
    const cases = shapeCases(shape, path, member, wrapMember, seen)
    // The SDK itself refuses to send a call without a path label, so an absent one cannot arrive.
    if (!ref.endsWith('!')) return cases
    return [...cases, { name: `${path}: absent`, member, input: wrapMember(undefined), allowed: false }]
  })
}

function shapeCases(name: string, path: string, member: string, wrap: Wrap, seen: ReadonlySet<string>): BoundCase[] {
  const shape = requireShape(name)
  const make = (what: string, value: unknown, allowed: boolean): BoundCase => ({
    name: `${path}: ${what}`,
    member,
    input: wrap(value),
    allowed,
  })
  switch (shape.type) {
    case 'string':
      return stringCases(name, shape, make)
    case 'integer':
    case 'float':
      return numberCases(shape, make)
    case 'list':
      return [
        ...countCases(
          shape,
          'items',
          (count) => Array.from({ length: count }, () => minimal(shape.member ?? '')),
          make,
        ),
        ...deeper(shape.member ?? '', `${path}[]`, (item) => wrap([item])),
      ]
    case 'map':
      return [
        ...countCases(shape, 'entries', (count) => Object.fromEntries(keys(count).map((key) => [key, 'v'])), make),
        ...deeper(shape.key ?? '', `${path} key`, (key) => wrap({ [String(key)]: 'v' })),
        ...deeper(shape.value ?? '', `${path} value`, (value) => wrap({ [String(minimal(shape.key ?? ''))]: value })),
      ]
    case 'structure':
      return seen.has(name) ? [] : memberCases(shape.members ?? {}, `${path}.`, wrap, new Set([...seen, name]))
    case 'boolean':
    case 'timestamp':
      break
  }
  return []

  function deeper(inner: string, innerPath: string, wrapInner: Wrap): BoundCase[] {
    return shapeCases(inner, innerPath, member, wrapInner, seen)
  }
}

type Make = (what: string, value: unknown, allowed: boolean) => BoundCase

function stringCases(name: string, shape: Shape, make: Make): BoundCase[] {
  if (shape.enum) {
    return [...shape.enum.map((value) => make(value, value, true)), make('no such value', 'NO_SUCH_VALUE', false)]
  }
  const fit = FITTING[name] ?? ((length: number) => 'a'.repeat(length))
  const cases = countCases(shape, 'characters', fit, make)
  const unfitting = UNFITTING[name]
  if (unfitting !== undefined)
    cases.push(make('fits the pattern', fit(shape.min ?? 10), true), make('does not fit the pattern', unfitting, false))
  // A length counts characters, not UTF-16 units.
  if (shape.max !== undefined && shape.max < 5000 && shape.pattern === undefined) {
    cases.push(make(`${shape.max} wide characters`, '𝄞'.repeat(shape.max), true))
  }
  return cases
}

function numberCases({ type, min, max }: Shape, make: Make): BoundCase[] {
  const step = type === 'float' ? 0.25 : 1
  const cases: BoundCase[] = []
  if (min !== undefined) cases.push(make(String(min), min, true), make(String(min - step), min - step, false))
  if (max !== undefined) cases.push(make(String(max), max, true), make(String(max + step), max + step, false))
  return cases
}

function countCases({ min, max }: Shape, unit: string, of: (count: number) => unknown, make: Make): BoundCase[] {
  const cases: BoundCase[] = []
  if (min !== undefined && min > 0) {
    cases.push(make(`${min} ${unit}`, of(min), true), make(`${min - 1} ${unit}`, beyond(of, min - 1), false))
  }
  if (max !== undefined)
    cases.push(make(`${max} ${unit}`, of(max), true), make(`${max + 1} ${unit}`, beyond(of, max + 1), false))
  return cases
}

/** A string shorter or longer than its pattern lets it be is still a string of that length. */
function beyond(of: (count: number) => unknown, count: number): unknown {
  const value = of(count)
  return typeof value === 'string' && value.length !== count ? 'a'.repeat(count) : value
}

function keys(count: number): string[] {
  return Array.from({ length: count }, (_, at) => `k${at}`)
}

/** The least a structure needs. */
function minimalMembers(members: Record<string, string>): Record<string, unknown> {
  const required = Object.entries(members).filter(([, ref]) => ref.endsWith('!'))
  return Object.fromEntries(required.map(([member, ref]) => [member, minimal(ref.slice(0, -1), member)]))
}

function minimal(name: string, member = ''): unknown {
  const shape = requireShape(name)
  if (member === 'InstanceId') return NO_INSTANCE
  if (member === 'resourceArn') return NO_RESOURCE
  switch (shape.type) {
    case 'string':
      return shape.enum?.[0] ?? (FITTING[name] ?? ((length: number) => 'a'.repeat(length)))(Math.max(shape.min ?? 1, 1))
    case 'integer':
    case 'float':
      return shape.min ?? 1
    case 'boolean':
      return true
    case 'timestamp':
      return new Date(0)
    case 'list':
      return Array.from({ length: shape.min ?? 0 }, () => minimal(shape.member ?? ''))
    case 'map':
      return Object.fromEntries(keys(shape.min ?? 0).map((key) => [key, 'v']))
    case 'structure':
      break
  }
  return minimalMembers(shape.members ?? {})
}

function requireShape(name: string): Shape {
  const shape = shapes[name]
  if (!shape) throw new Error(`bounds.json has no shape ${name}`)
  return shape
}
