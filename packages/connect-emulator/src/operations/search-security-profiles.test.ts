import {
  CreateSecurityProfileCommand,
  SearchSecurityProfilesCommand,
  type SearchSecurityProfilesCommandInput,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { awsError, startWorld, type TestWorld } from '../testing/test-world.ts'

async function names(world: TestWorld, input: Omit<SearchSecurityProfilesCommandInput, 'InstanceId'>) {
  const { SecurityProfiles } = await world.client.send(
    new SearchSecurityProfilesCommand({ InstanceId: world.instanceId, ...input }),
  )
  return SecurityProfiles?.map((profile) => profile.SecurityProfileName)
}

test('by name, nested (SRCH-04, SRCH-08)', async () => {
  const world = await startWorld()
  const name = (Value: string, ComparisonType: 'CONTAINS' | 'EXACT') => ({
    StringCondition: { FieldName: 'name', Value, ComparisonType },
  })
  expect(await names(world, { SearchCriteria: name('an', 'CONTAINS') })).toEqual([
    'CallCenterManager',
    'QualityAnalyst',
  ])
  const either = {
    OrConditions: [name('Admin', 'EXACT'), { AndConditions: [name('an', 'CONTAINS'), name('quality', 'CONTAINS')] }],
  }
  expect(await names(world, { SearchCriteria: either })).toEqual(['Admin', 'QualityAnalyst'])
})

test('knows no other field (SRCH-08, SRCH-10)', async () => {
  const call = names(await startWorld(), {
    SearchCriteria: { StringCondition: { FieldName: 'description', Value: 'x', ComparisonType: 'EXACT' } },
  })
  await expect(call).rejects.toMatchObject(awsError('InvalidParameterException', 400))
})

test('by tag, and rows show tags', async () => {
  const world = await startWorld()
  const { instanceId: InstanceId } = world
  await world.client.send(
    new CreateSecurityProfileCommand({ InstanceId, SecurityProfileName: 'Mine', Tags: { Owner: 'me' } }),
  )
  const SearchFilter = { TagFilter: { TagCondition: { TagKey: 'Owner', TagValue: 'me' } } }
  const found = await world.client.send(new SearchSecurityProfilesCommand({ InstanceId, SearchFilter }))
  expect(found.SecurityProfiles).toMatchObject([
    { SecurityProfileName: 'Mine', Tags: { Owner: 'me' }, OrganizationResourceId: InstanceId },
  ])
  expect(found.ApproximateTotalCount).toBe(1)
})

test('a page holds at most 100 (CONS-06)', async () => {
  await expect(names(await startWorld(), { MaxResults: 101 })).rejects.toMatchObject(
    awsError('InvalidParameterException', 400),
  )
})
