import { ListSecurityProfilePermissionsCommand, paginateListSecurityProfilePermissions } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { awsError, startWorld } from '../testing/test-world.ts'

test('Agent has what is documented for it (SP-06)', async () => {
  const { client, instanceId: InstanceId, profiles } = await startWorld()
  const input = { InstanceId, SecurityProfileId: profiles.Agent }
  const { Permissions, LastModifiedTime } = await client.send(new ListSecurityProfilePermissionsCommand(input))
  expect(Permissions).toContain('BasicAgentAccess')
  expect(Permissions).toHaveLength(2)
  expect(LastModifiedTime).toBeInstanceOf(Date)
})

test('Admin’s long list comes in pages (CONS-04)', async () => {
  const { client, instanceId: InstanceId, profiles } = await startWorld()
  const input = { InstanceId, SecurityProfileId: profiles.Admin }
  const all: string[] = []
  for await (const page of paginateListSecurityProfilePermissions({ client, pageSize: 64 }, { ...input }))
    all.push(...(page.Permissions ?? []))
  expect(new Set(all).size).toBe(all.length)
  expect(all.length).toBeGreaterThan(200)
  const whole = await client.send(new ListSecurityProfilePermissionsCommand({ ...input, MaxResults: 1000 }))
  expect(whole.Permissions).toEqual(all)
})

test('an unknown profile is not found', async () => {
  const { client, instanceId: InstanceId } = await startWorld()
  const call = client.send(new ListSecurityProfilePermissionsCommand({ InstanceId, SecurityProfileId: 'nope' }))
  await expect(call).rejects.toMatchObject(awsError('ResourceNotFoundException', 404))
})
