import {
  AssociateUserProficienciesCommand,
  ListUserProficienciesCommand,
  SearchUsersCommand,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { createPerson, outcomeOf, startWorld, type TestWorld } from '../testing/test-world.ts'

function associate(world: TestWorld, UserId: string, ...proficiencies: (readonly [string, string, number])[]) {
  const UserProficiencies = proficiencies.map(([AttributeName, AttributeValue, Level]) => ({
    AttributeName,
    AttributeValue,
    Level,
  }))
  return world.client.send(
    new AssociateUserProficienciesCommand({ InstanceId: world.instanceId, UserId, UserProficiencies }),
  )
}

const language = (value: string, level: number) => ['connect:Language', value, level] as const

test('adds, and gives one that is there the new level (OTH-02)', async () => {
  const world = await startWorld()
  const id = await createPerson(world)
  await associate(world, id, language('German', 2))
  await associate(world, id, language('German', 4), ['Skill', 'Fraud', 1])
  const input = { InstanceId: world.instanceId, UserId: id }
  expect((await world.client.send(new ListUserProficienciesCommand(input))).UserProficiencyList).toEqual([
    { AttributeName: 'connect:Language', AttributeValue: 'German', Level: 4 },
    { AttributeName: 'Skill', AttributeValue: 'Fraud', Level: 1 },
  ])
})

test('only predefined attributes and values, levels 1 to 5, none twice (OTH-02)', async () => {
  const world = await startWorld()
  const id = await createPerson(world)
  expect(await outcomeOf(associate(world, id, ['Shoe size', '42', 1]))).toBe('ResourceNotFoundException')
  expect(await outcomeOf(associate(world, id, language('Klingon', 1)))).toBe('InvalidParameterException')
  expect(await outcomeOf(associate(world, id, language('German', 0)))).toBe('InvalidParameterException')
  expect(await outcomeOf(associate(world, id, language('German', 6)))).toBe('InvalidParameterException')
  expect(await outcomeOf(associate(world, id, language('German', 1), language('German', 2)))).toBe(
    'InvalidParameterException',
  )
  expect(await outcomeOf(associate(world, 'nobody', language('German', 1)))).toBe('ResourceNotFoundException')
})

test('at most 10 a person (OTH-02)', async () => {
  const world = await startWorld()
  const id = await createPerson(world)
  const languages = [
    'Arabic',
    'English',
    'French',
    'German',
    'Hindi',
    'Japanese',
    'Polish',
    'Spanish',
    'Turkish',
    'Українська',
  ]
  expect(await outcomeOf(associate(world, id, ...languages.map((value) => language(value, 3))))).toBe('ok')
  expect(await outcomeOf(associate(world, id, ['Skill', 'Fraud', 1]))).toBe('InvalidRequestException')
  expect(await outcomeOf(associate(world, id, language('Arabic', 5)))).toBe('ok')
})

test('SearchUsers finds by name, value and level (SRCH-03)', async () => {
  const world = await startWorld()
  for (const [Username, level] of [
    ['two', 2],
    ['four', 4],
  ] as const) {
    await associate(world, await createPerson(world, { Username }), language('German', level), ['Skill', 'Fraud', 5])
  }
  const found = async (NumberCondition: object, value = 'German') => {
    const name = { StringCondition: { FieldName: 'name', Value: 'connect:Language', ComparisonType: 'EXACT' as const } }
    const byValue = { StringCondition: { FieldName: 'value', Value: value, ComparisonType: 'EXACT' as const } }
    const Conditions = [name, byValue, { NumberCondition: { FieldName: 'limit', ...NumberCondition } }]
    const SearchCriteria = { ListCondition: { TargetListType: 'PROFICIENCIES' as const, Conditions } }
    const { Users } = await world.client.send(new SearchUsersCommand({ InstanceId: world.instanceId, SearchCriteria }))
    return Users?.map((user) => user.Username)
  }
  expect(await found({ ComparisonType: 'GREATER_OR_EQUAL', MinValue: 2 })).toEqual(['two', 'four'])
  expect(await found({ ComparisonType: 'GREATER', MinValue: 2 })).toEqual(['four'])
  expect(await found({ ComparisonType: 'LESSER', MaxValue: 4 })).toEqual(['two'])
  expect(await found({ ComparisonType: 'LESSER_OR_EQUAL', MaxValue: 4 })).toEqual(['two', 'four'])
  expect(await found({ ComparisonType: 'EQUAL', MinValue: 4 })).toEqual(['four'])
  expect(await found({ ComparisonType: 'NOT_EQUAL', MinValue: 4 })).toEqual(['two'])
  expect(await found({ ComparisonType: 'RANGE', MinValue: 3, MaxValue: 5 })).toEqual(['four'])
  expect(await found({ ComparisonType: 'EQUAL', MinValue: 5 })).toEqual([])
  expect(await found({ ComparisonType: 'EQUAL', MinValue: 4 }, 'French')).toEqual([])
  expect(await outcomeOf(found({ ComparisonType: 'EQUAL' }))).toBe('InvalidParameterException')
  expect(await outcomeOf(found({ FieldName: 'level', MinValue: 1 }))).toBe('InvalidParameterException')
})
