import {
  CreateSecurityProfileCommand,
  SearchResourceTagsCommand,
  type SearchResourceTagsCommandInput,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { awsError, createPerson, outcomeOf, startWorld, type TestWorld } from '../testing/test-world.ts'

async function search(
  { client, instanceId: InstanceId }: TestWorld,
  input: Partial<SearchResourceTagsCommandInput> = {},
) {
  return (await client.send(new SearchResourceTagsCommand({ InstanceId, ...input }))).Tags
}

async function startTagged(): Promise<TestWorld> {
  const world = await startWorld()
  await createPerson(world, { Tags: { Site: 'Lisbon', Shift: 'late' } })
  await createPerson(world, { Tags: { Site: 'Lisbon' } })
  const input = { InstanceId: world.instanceId, SecurityProfileName: 'Tagged', Tags: { Site: 'Osaka' } }
  await world.client.send(new CreateSecurityProfileCommand(input))
  return world
}

test('each tag in use once, of all types or those named', async () => {
  const world = await startTagged()
  expect(await search(world)).toEqual([
    { key: 'Site', value: 'Lisbon' },
    { key: 'Shift', value: 'late' },
    { key: 'Site', value: 'Osaka' },
  ])
  expect(await search(world, { ResourceTypes: ['security-profile'] })).toEqual([{ key: 'Site', value: 'Osaka' }])
  expect(await search(world, { ResourceTypes: ['prompt'] })).toEqual([])
  expect(await outcomeOf(search(world, { ResourceTypes: ['AGENT'] }))).toBe('InvalidParameterException')
})

test('by key and value, each with a comparison of its own', async () => {
  const world = await startTagged()
  const found = (TagSearchCondition: object) => search(world, { SearchCriteria: { TagSearchCondition } })
  expect(await found({ tagKey: 'site', tagKeyComparisonType: 'STARTS_WITH' })).toHaveLength(2)
  expect(await found({ tagKey: 'site', tagKeyComparisonType: 'EXACT' })).toEqual([])
  expect(await found({ tagValue: 'sak', tagValueComparisonType: 'CONTAINS' })).toEqual([
    { key: 'Site', value: 'Osaka' },
  ])
  expect(await found({ tagKey: 'Shift', tagValue: 'Osaka' })).toEqual([])
})

test('the instance may be named by ARN (WIRE-09)', async () => {
  const world = await startTagged()
  expect(await search(world, { InstanceId: world.arn })).toHaveLength(3)
  expect(await outcomeOf(search(world, { InstanceId: 'Not an id' }))).toBe('InvalidParameterException')
})

test('more than 1,000 tags are too many (CONS-09)', async () => {
  const world = await startWorld()
  for (let person = 0; person < 21; person++) {
    const Tags = Object.fromEntries(Array.from({ length: 48 }, (_, at) => [`k${person}-${at}`, 'v']))
    await createPerson(world, { Tags })
  }
  await expect(search(world)).rejects.toMatchObject(awsError('MaximumResultReturnedException', 400))
})
