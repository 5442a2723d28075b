import { ListSecurityProfilesCommand, paginateListSecurityProfiles } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { startWorld } from '../testing/test-world.ts'

test('a new instance has the four defaults (SP-06, OTH-07)', async () => {
  const { client, instanceId, arn } = await startWorld()
  const { SecurityProfileSummaryList, NextToken } = await client.send(
    new ListSecurityProfilesCommand({ InstanceId: instanceId }),
  )
  expect(SecurityProfileSummaryList?.map((profile) => profile.Name)).toEqual([
    'Admin',
    'Agent',
    'CallCenterManager',
    'QualityAnalyst',
  ])
  expect(SecurityProfileSummaryList?.[0]).toMatchObject({
    Arn: `${arn}/security-profile/${SecurityProfileSummaryList?.[0]?.Id}`,
  })
  expect(NextToken).toBeUndefined()
})

test('pages through all of them', async () => {
  const { client, instanceId } = await startWorld({ securityProfiles: 24 })
  const names: (string | undefined)[] = []
  for await (const page of paginateListSecurityProfiles({ client, pageSize: 7 }, { InstanceId: instanceId })) {
    names.push(...(page.SecurityProfileSummaryList ?? []).map((profile) => profile.Name))
  }
  expect(new Set(names).size).toBe(24)
})
