import { CreateSecurityProfileCommand, ListSecurityProfileApplicationsCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { outcomeOf, startWorld } from '../testing/test-world.ts'

test('lists what the profile was given, in pages (SP-02, SP-10)', async () => {
  const { client, instanceId: InstanceId } = await startWorld()
  const Applications = [
    { Namespace: 'crm', ApplicationPermissions: ['ACCESS'], Type: 'THIRD_PARTY_APPLICATION' as const },
    { Namespace: 'tools', ApplicationPermissions: ['lookup', 'refund'], Type: 'MCP' as const },
  ]
  const { SecurityProfileId } = await client.send(
    new CreateSecurityProfileCommand({ InstanceId, SecurityProfileName: 'With applications', Applications }),
  )
  const list = (page: object) =>
    client.send(new ListSecurityProfileApplicationsCommand({ InstanceId, SecurityProfileId, ...page }))
  const whole = await list({})
  expect(whole.Applications).toEqual(Applications)
  expect(whole.LastModifiedTime).toBeInstanceOf(Date)
  const first = await list({ MaxResults: 1 })
  const second = await list({ MaxResults: 1, NextToken: first.NextToken })
  expect([...(first.Applications ?? []), ...(second.Applications ?? [])]).toEqual(Applications)
})

test('an unknown profile is not found', async () => {
  const { client, instanceId: InstanceId } = await startWorld()
  const call = client.send(new ListSecurityProfileApplicationsCommand({ InstanceId, SecurityProfileId: 'nope' }))
  expect(await outcomeOf(call)).toBe('ResourceNotFoundException')
})
