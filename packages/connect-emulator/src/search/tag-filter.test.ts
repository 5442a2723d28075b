import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileAttributeFilter, compileTagFilter } from './tag-filter.ts'

const rows = [{}, { tags: {} }, { tags: { a: '1' } }, { tags: { a: '2', b: '1' } }, { tags: { b: '2', c: '' } }]
const condition = fc
  .record({ TagKey: fc.constantFrom('a', 'b', 'c', 'constructor') }, { requiredKeys: ['TagKey'] })
  .chain((one) =>
    fc.option(fc.constantFrom('1', '2', '')).map((TagValue) => (TagValue === null ? one : { ...one, TagValue })),
  )

type Condition = { TagKey: string; TagValue?: string }

function has(row: { tags?: Record<string, string> }, { TagKey, TagValue }: Condition): boolean {
  const entry = Object.entries(row.tags ?? {}).find(([key]) => key === TagKey)
  return entry !== undefined && (TagValue === undefined || entry[1] === TagValue)
}

test('tag filter: Or of Ands, And, one (SRCH-07)', () => {
  fc.assert(
    fc.property(fc.array(fc.array(condition, { maxLength: 3 }), { maxLength: 3 }), condition, (groups, one) => {
      const [first = []] = groups
      expect(rows.filter(compileTagFilter({ OrConditions: groups }))).toEqual(
        rows.filter((row) => groups.some((group) => group.every((part) => has(row, part)))),
      )
      expect(rows.filter(compileTagFilter({ AndConditions: first }))).toEqual(
        rows.filter((row) => first.every((part) => has(row, part))),
      )
      expect(rows.filter(compileTagFilter({ TagCondition: one }))).toEqual(rows.filter((row) => has(row, one)))
    }),
  )
})

test('attribute filter: the same in its own spelling (SRCH-07)', () => {
  fc.assert(
    fc.property(fc.array(fc.array(condition, { maxLength: 3 }), { maxLength: 3 }), (groups) => {
      const [first = []] = groups
      const OrConditions = groups.map((TagConditions) => ({ TagConditions }))
      expect(rows.filter(compileAttributeFilter({ OrConditions }))).toEqual(
        rows.filter(compileTagFilter({ OrConditions: groups })),
      )
      expect(rows.filter(compileAttributeFilter({ AndCondition: { TagConditions: first } }))).toEqual(
        rows.filter(compileTagFilter({ AndConditions: first })),
      )
    }),
  )
})

test('no filter, and an empty one, pass everything', () => {
  for (const filter of [undefined, {}]) {
    expect(rows.filter(compileTagFilter(filter))).toEqual(rows)
    expect(rows.filter(compileAttributeFilter(filter))).toEqual(rows)
  }
})

test('two fields at once are refused (SRCH-07)', () => {
  const TagCondition = { TagKey: 'a' }
  expect(() => compileTagFilter({ TagCondition, AndConditions: [] })).toThrow('takes only one of')
  expect(() => compileAttributeFilter({ TagCondition, AndCondition: {} })).toThrow('takes only one of')
})
