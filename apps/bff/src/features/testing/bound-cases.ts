/** One value of one field, and whether the contract takes it. `field` is the path that a refusal has to name. */
export interface BoundCase {
  readonly field: string
  readonly what: string
  readonly value: unknown
  readonly isTaken: boolean
  /** Where it is set, when that is not where a refusal is named (a key of a record, one item of a list). */
  readonly at?: string
}

const ASTRAL = '😀'

/** Lengths from both sides, in code points: an astral character is two UTF-16 units and yet one character. */
export function lengths(
  field: string,
  { min, max, letter = 'x' }: { min: number; max: number; letter?: string },
): BoundCase[] {
  const text = (length: number, with_ = letter) => with_.repeat(length)
  const cases: BoundCase[] = [
    { field, what: `${min} characters`, value: text(min), isTaken: true },
    { field, what: `${max} characters`, value: text(max), isTaken: true },
    { field, what: `${max + 1} characters`, value: text(max + 1), isTaken: false },
  ]
  if (min > 0) cases.push({ field, what: `${min - 1} characters`, value: text(min - 1), isTaken: false })
  return cases
}

/** The same with characters beyond the basic plane, for fields that take any. */
export function astralLengths(field: string, max: number): BoundCase[] {
  return [
    { field, what: `${max} astral characters`, value: ASTRAL.repeat(max), isTaken: true },
    { field, what: `${max + 1} astral characters`, value: ASTRAL.repeat(max + 1), isTaken: false },
  ]
}

export function taken(field: string, ...values: unknown[]): BoundCase[] {
  return values.map((value) => ({ field, what: inWords(value), value, isTaken: true }))
}

export function refused(field: string, ...values: unknown[]): BoundCase[] {
  return values.map((value) => ({ field, what: inWords(value), value, isTaken: false }))
}

/** At every member, nested ones too: missing, and of each other JSON type; and one more that nobody knows, at every object. */
export function shapeCases(
  body: Record<string, unknown>,
  optional: readonly string[],
  nullable: readonly string[],
): BoundCase[] {
  const cases: BoundCase[] = [{ field: 'unknownKey', what: 'an unknown key', value: 1, isTaken: false }]
  for (const [key, value] of Object.entries(body)) {
    if (!optional.includes(key)) cases.push({ field: key, what: 'missing', value: undefined, isTaken: false })
    const others = [1.5, 'text', true, null, [], {}].filter((other) => jsonType(other) !== jsonType(value))
    for (const other of others) {
      if (other === null && nullable.includes(key)) continue
      // A text where the member is nullable is of its other right type.
      if (typeof other === 'string' && nullable.includes(key)) continue
      cases.push({ field: key, what: `a ${jsonType(other)} instead`, value: other, isTaken: false })
    }
    if (jsonType(value) === 'object' && key !== 'tags') {
      for (const inner of shapeCases(value as Record<string, unknown>, optional, nullable)) {
        cases.push({ ...inner, field: `${key}.${inner.field}` })
      }
    }
  }
  return cases
}

function jsonType(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'list' : typeof value
}

function inWords(value: unknown): string {
  const text = JSON.stringify(value) ?? 'missing'
  return text.length > 60 ? `${text.slice(0, 40)}… (${text.length})` : text
}

/** The body with one value set at a dotted path; `undefined` takes the member away. */
export function withValue(body: Record<string, unknown>, path: string, value: unknown): Record<string, unknown> {
  const [head = '', ...rest] = path.split('.')
  if (rest.length === 0) return { ...body, [head]: value }
  return { ...body, [head]: withValue(body[head] as Record<string, unknown>, rest.join('.'), value) }
}

/** Tags: keys, values and how many. What is wrong with a key is named by that key. */
export function tagCases(): BoundCase[] {
  const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_unused, at) => [`key${at}`, 'x']))
  const key = (name: string, isTaken: boolean): BoundCase => ({
    field: isTaken ? 'tags' : `tags.${name}`,
    at: 'tags',
    what: `key ${inWords(name)}`,
    value: { [name]: 'x' },
    isTaken,
  })
  return [
    ...taken('tags', {}, many(50), { Owner: '' }, { Owner: 'x'.repeat(256) }, { Owner: ASTRAL.repeat(256) }),
    ...refused('tags', many(51)),
    ...[1, null, 'x'.repeat(257), ASTRAL.repeat(257)].map((value) => ({
      field: 'tags.Owner',
      at: 'tags',
      what: `value ${inWords(value)}`,
      value: { Owner: value },
      isTaken: false,
    })),
    ...['k', 'k'.repeat(128), 'Größe ² / a_b.c:d=e+f-g@h', '日本', '𝒳'.repeat(128)].map((name) => key(name, true)),
    ...['', 'k'.repeat(129), 'aws:x', 'a#b', 'a\tb', ASTRAL, '𝒳'.repeat(129)].map((name) => key(name, false)),
  ]
}

export const phoneNumbers = (field: string): BoundCase[] => [
  ...taken(field, '+12', '+442071838750', `+1${'2'.repeat(14)}`, null),
  ...refused(field, '+1', '+', '+02', '12', `+1${'2'.repeat(15)}`, '+44 20', '+44\n', 'x+12', '+12x', '+１２'),
]

export const emailAddresses = (field: string): BoundCase[] => [
  ...taken(field, 'a@b.co', 'A.b_c%d+e-f@g-h.i.jk', `${'x'.repeat(265 - 11)}@mail.exam`.slice(-265), null, ''),
  ...taken(field, `a@b.${'c'.repeat(63)}`),
  ...refused(
    field,
    'a@b',
    '@b.co',
    'a@.',
    'a b@c.de',
    'a@b.c',
    'ä@b.co',
    'a@b.co ',
    'a@b.co\n',
    `a@b.${'c'.repeat(64)}`,
  ),
  ...refused(field, `${'x'.repeat(255)}@mail.exam.`.slice(0, 255) + '@mail.examp'),
]

export const reasons = (): BoundCase[] => [
  ...taken('reason', undefined, '', 'x'.repeat(500), ASTRAL.repeat(500)),
  ...refused('reason', 'x'.repeat(501), ASTRAL.repeat(501), null, 1),
]
