import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileCriteria, type StringField, stringLeaves } from './criteria.ts'

interface Person {
  id: string
  name: string
  skills: readonly string[]
}

interface Criteria {
  OrConditions?: Criteria[]
  AndConditions?: Criteria[]
  StringCondition?: { FieldName: string; Value: string; ComparisonType: 'EXACT' | 'STARTS_WITH' | 'CONTAINS' }
}

const FIELDS: Record<string, StringField<Person>> = {
  name: { read: (person) => person.name },
  skill: { read: (person) => person.skills },
  id: { read: (person) => person.id, isId: true },
}

const PEOPLE: Person[] = ['Ada', 'ada', 'Grace', 'Adélaïde', 'İbrahim', '王秀英'].map((name, at) => ({
  id: `Id-${at}`,
  name,
  skills: at % 2 ? ['fraud', 'French'] : [],
}))

/** The same meaning, written the slow and obvious way. */
function holds(criteria: Criteria, person: Person): boolean {
  if (criteria.OrConditions) return criteria.OrConditions.some((part) => holds(part, person))
  if (criteria.AndConditions) return criteria.AndConditions.every((part) => holds(part, person))
  const { StringCondition } = criteria
  if (!StringCondition) return true
  const { FieldName, Value, ComparisonType } = StringCondition
  const values = FieldName === 'skill' ? person.skills : [FieldName === 'id' ? person.id : person.name]
  return values.some((value) => {
    if (ComparisonType === 'EXACT') return value === Value
    const [text, wanted] = FieldName === 'id' ? [value, Value] : [value.toLowerCase(), Value.toLowerCase()]
    return ComparisonType === 'CONTAINS' ? text.includes(wanted) : text.indexOf(wanted) === 0
  })
}

const { criteria } = fc.letrec<{ criteria: Criteria; leaf: Criteria }>((tie) => ({
  leaf: fc.record({
    StringCondition: fc.record({
      FieldName: fc.constantFrom('name', 'skill', 'id'),
      Value: fc.constantFrom('ad', 'ADA', 'Ada', 'Id-1', 'id-', 'fr', 'fraud', 'ra', '秀英', 'zz'),
      ComparisonType: fc.constantFrom('EXACT' as const, 'STARTS_WITH' as const, 'CONTAINS' as const),
    }),
  }),
  criteria: fc.oneof(
    { depthSize: 'small' },
    tie('leaf'),
    fc.record({ OrConditions: fc.array(tie('criteria'), { maxLength: 3 }) }),
    fc.record({ AndConditions: fc.array(tie('criteria'), { maxLength: 3 }) }),
    fc.constant({}),
  ),
}))

test('means what a plain reading of the criteria means, however nested (SRCH-04, SRCH-11)', () => {
  fc.assert(
    fc.property(criteria, (one) => {
      const matches = compileCriteria(one, stringLeaves(FIELDS))
      expect(PEOPLE.filter(matches)).toEqual(PEOPLE.filter((person) => holds(one, person)))
    }),
    { numRuns: 500 },
  )
})

test('no criteria hold for everybody', () => {
  expect(PEOPLE.filter(compileCriteria(undefined, stringLeaves(FIELDS)))).toEqual(PEOPLE)
})

test.each<Criteria>([
  { OrConditions: [], AndConditions: [] },
  { OrConditions: [], StringCondition: { FieldName: 'name', Value: 'x', ComparisonType: 'EXACT' } },
  { AndConditions: [{ AndConditions: [], OrConditions: [] }] },
])('a mix in one object is refused, at any depth: %j (SRCH-05)', (mixed) => {
  expect(() => compileCriteria(mixed, stringLeaves(FIELDS))).toThrow('takes one of')
})
