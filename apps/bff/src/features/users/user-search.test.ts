import {
  userFilterOperators,
  userFilterProperties,
  type UserFilterToken,
  type UserQuery,
  type UserRow,
} from '@patchbay/contract'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { requireUserFilter } from './user-filter.ts'
import { requireWords, searchRows } from './user-search.ts'

const groups = [
  { id: 'g1', name: 'Europe' },
  { id: 'g2', name: 'Team 1' },
]

function row(
  change: Partial<Omit<UserRow, 'identity' | 'phone'>> & Partial<UserRow['identity'] & UserRow['phone']> = {},
): UserRow {
  const { firstName = 'Zoë', lastName = 'Núñez', phoneType = 'SOFT_PHONE', autoAccept = false, ...rest } = change
  const { afterContactWorkSeconds = 30, deskPhoneNumber = null, ...others } = rest
  return {
    id: 'u1',
    username: 'zoe.nunez',
    routingProfile: { id: 'r1', name: 'Sales' },
    hierarchyGroup: { id: 'g2', name: 'Team 1', path: groups },
    securityProfiles: [
      { id: 's1', name: 'Agent' },
      { id: 's2', name: 'Quality' },
    ],
    tags: {},
    ...others,
    identity: { firstName, lastName },
    phone: { phoneType, autoAccept, afterContactWorkSeconds, deskPhoneNumber },
  }
}

function passes(token: Pick<UserFilterToken, 'property' | 'operator' | 'value'>, one: UserRow = row()): boolean {
  return requireUserFilter([token], 'and')(one)
}

describe('a token', () => {
  test.each([
    ['lastName', '=', 'nunez', true],
    ['lastName', '=', 'nune', false],
    ['lastName', '!=', 'NÚÑEZ', false],
    ['lastName', ':', 'uñe', true],
    ['lastName', '!:', 'uñe', false],
    ['lastName', '^', 'nu', true],
    ['lastName', '^', 'unez', false],
    ['firstName', '=', 'zoe', true],
    ['username', ':', '.nun', true],
    ['deskPhoneNumber', '=', '', true],
    ['deskPhoneNumber', '!=', '', false],
    ['routingProfile', '=', 'r1', true],
    ['routingProfile', '!=', 'r1', false],
    ['routingProfile', '=', 'Sales', false],
    ['routingProfile', ':', 'ale', true],
    ['securityProfile', '=', 's2', true],
    ['securityProfile', '!=', 's2', false],
    ['securityProfile', '=', '', false],
    ['securityProfile', '^', 'qual', true],
    ['hierarchyGroup', '=', 'g2', true],
    ['hierarchyGroup', '=', 'g1', false],
    ['hierarchyGroup', 'under', 'g1', true],
    ['hierarchyGroup', 'under', 'g2', true],
    ['hierarchyGroup', 'under', 'g3', false],
    ['hierarchyGroup', '=', '', false],
    ['phoneType', '=', 'SOFT_PHONE', true],
    ['phoneType', '!=', 'SOFT_PHONE', false],
    ['autoAccept', '=', 'false', true],
    ['autoAccept', '!=', 'false', false],
    ['afterContactWorkSeconds', '=', '30', true],
    ['afterContactWorkSeconds', '!=', '30', false],
    ['afterContactWorkSeconds', '<=', '30', true],
    ['afterContactWorkSeconds', '<=', '29', false],
    ['afterContactWorkSeconds', '>=', '30', true],
    ['afterContactWorkSeconds', '>=', '31', false],
  ] as const)('%s %s “%s” is %s', (property, operator, value, expected) => {
    expect(passes({ property, operator, value })).toBe(expected)
  })

  test.each([
    ['routingProfile', { routingProfile: null }],
    ['hierarchyGroup', { hierarchyGroup: null }],
    ['securityProfile', { securityProfiles: [] }],
    ['deskPhoneNumber', {}],
  ] satisfies [UserFilterToken['property'], Parameters<typeof row>[0]][])(
    '%s = nothing finds who has none',
    (property, change) => {
      expect(passes({ property, operator: '=', value: '' }, row(change))).toBe(true)
      expect(passes({ property, operator: '!=', value: '' }, row(change))).toBe(false)
    },
  )

  test('nobody without a group is under one', () => {
    expect(passes({ property: 'hierarchyGroup', operator: 'under', value: 'g1' }, row({ hierarchyGroup: null }))).toBe(
      false,
    )
  })
})

describe('a token that makes no sense', () => {
  test.each([
    ['phoneType', ':', 'SOFT', 'operator'],
    ['autoAccept', 'under', 'true', 'operator'],
    ['username', '<=', 'a', 'operator'],
    ['afterContactWorkSeconds', '^', '1', 'operator'],
    ['routingProfile', 'under', 'r1', 'operator'],
    ['phoneType', '=', 'FAX', 'value'],
    ['autoAccept', '=', 'yes', 'value'],
    ['afterContactWorkSeconds', '>=', '1.5', 'value'],
    ['afterContactWorkSeconds', '=', '', 'value'],
    ['hierarchyGroup', 'under', '', 'value'],
  ] as const)('%s %s “%s” is refused at its %s', (property, operator, value, part) => {
    const sound = { property: 'username', operator: '=', value: 'x' } as const
    expect(() => requireUserFilter([sound, { property, operator, value }], 'and')).toThrow(
      expect.objectContaining({
        code: 'BAD_REQUEST',
        data: { fields: [expect.objectContaining({ field: `filter.1.${part}` })] },
      }),
    )
  })
})

describe('laws of the filter', () => {
  const token = fc.record({
    property: fc.constantFrom(...userFilterProperties),
    operator: fc.constantFrom(...userFilterOperators),
    value: fc.constantFrom('', 'a', 'Zoë', 's1', 'g1', '30', 'true', 'SOFT_PHONE', 'Team'),
  })
  const person = fc
    .record({
      firstName: fc.constantFrom('Zoë', 'Ann', ''),
      lastName: fc.string(),
      phoneType: fc.constantFrom('SOFT_PHONE' as const, 'DESK_PHONE' as const),
      autoAccept: fc.boolean(),
      afterContactWorkSeconds: fc.nat(60),
      deskPhoneNumber: fc.constantFrom(null, '+442071838750'),
    })
    .map(row)

  function testOf(one: UserFilterToken) {
    try {
      return requireUserFilter([one], 'and')
    } catch {
      return undefined
    }
  }

  test('a negated operator is the opposite of its own', () => {
    fc.assert(
      fc.property(token, person, (one, who) => {
        const opposite = { '=': '!=', ':': '!:', '!=': '=', '!:': ':' } as const
        const { operator } = one
        fc.pre(operator in opposite)
        const own = testOf(one)
        fc.pre(own !== undefined)
        expect(passes({ ...one, operator: opposite[operator as keyof typeof opposite] }, who)).toBe(!own?.(who))
      }),
    )
  })

  test('and narrows, or widens, and the order of tokens makes no difference', () => {
    fc.assert(
      fc.property(fc.array(token, { minLength: 1, maxLength: 4 }), person, (all, who) => {
        const tests = all.map(testOf)
        fc.pre(tests.every((one) => one !== undefined))
        const each = tests.map((one) => one?.(who))
        expect(requireUserFilter(all, 'and')(who)).toBe(each.every(Boolean))
        expect(requireUserFilter(all, 'or')(who)).toBe(each.some(Boolean))
        expect(requireUserFilter(all.toReversed(), 'and')(who)).toBe(requireUserFilter(all, 'and')(who))
      }),
    )
  })

  test('no filter lets everybody pass, also with or', () => {
    expect(requireUserFilter([], 'or')(row())).toBe(true)
  })
})

describe('words', () => {
  test.each([
    ['', true],
    ['  ', true],
    ['nunez', true],
    ['ZOE NÚÑEZ', true],
    ['nunez zoe', true],
    ['zoe.n', true],
    ['u1', true],
    ['838750', true],
    ['zoe smith', false],
    ['zoënúñez', false],
  ])('“%s” finds Zoë Núñez: %s', (search, expected) => {
    expect(requireWords(search)(row({ deskPhoneNumber: '+442071838750' }))).toBe(expected)
  })
})

describe('sort and page', () => {
  const query: UserQuery = { join: 'and', sort: 'lastName', order: 'asc', page: 1, pageSize: 100 }
  const people = ['Ärger', 'apple', 'Zebra', 'Äpfel', 'zoo', '', 'item 10', 'item 9'].map((lastName, at) =>
    row({ id: `u${at}`, lastName, username: `user${at}` }),
  )

  test('by the alphabet and not by code, numbers as numbers, nameless last', () => {
    const names = searchRows(people, query).items.map(({ identity }) => identity.lastName)
    expect(names).toEqual(['Äpfel', 'apple', 'Ärger', 'item 9', 'item 10', 'Zebra', 'zoo', ''])
    const backwards = searchRows(people, { ...query, order: 'desc' }).items.map(({ identity }) => identity.lastName)
    expect(backwards).toEqual(['zoo', 'Zebra', 'item 10', 'item 9', 'Ärger', 'apple', 'Äpfel', ''])
  })

  test.each([
    'username',
    'firstName',
    'lastName',
    'routingProfile',
    'hierarchyGroup',
    'phoneType',
    'autoAccept',
    'afterContactWorkSeconds',
  ] as const)('pages by %s join to the same list, whatever order the rows came in', (sort) => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(people, { minLength: people.length }),
        fc.constantFrom('asc' as const, 'desc' as const),
        fc.integer({ min: 1, max: 5 }),
        (shuffled, order, pageSize) => {
          const whole = searchRows(people, { ...query, sort, order }).items.map(({ id }) => id)
          const pages = Array.from({ length: Math.ceil(people.length / pageSize) }, (_unused, at) =>
            searchRows(shuffled, { ...query, sort, order, pageSize, page: at + 1 }).items.map(({ id }) => id),
          )
          expect(pages.flat()).toEqual(whole)
        },
      ),
      { numRuns: 30 },
    )
  })

  test('a page beyond the end is empty, with the total', () => {
    expect(searchRows(people, { ...query, page: 1_000_000 })).toEqual({ items: [], total: 8 })
  })
})
