import { DescribeSecurityProfileCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { awsError, startWorld } from '../testing/test-world.ts'

test('a default profile has its stock description, and no permissions in this answer (SP-02, SP-06)', async () => {
  const world = await startWorld()
  const SecurityProfileId = world.profiles.Admin
  const input = { InstanceId: world.instanceId, SecurityProfileId }
  const { SecurityProfile } = await world.client.send(new DescribeSecurityProfileCommand(input))
  expect(SecurityProfile).toEqual({
    Id: SecurityProfileId,
    OrganizationResourceId: world.instanceId,
    Arn: `${world.arn}/security-profile/${SecurityProfileId}`,
    SecurityProfileName: 'Admin',
    Description: 'An administrator can perform all actions available.',
    Tags: {},
    AllowedAccessControlTags: {},
    TagRestrictedResources: [],
    HierarchyRestrictedResources: [],
    LastModifiedTime: expect.any(Date),
    LastModifiedRegion: 'us-east-1',
  })
})

test('an unknown profile is not found', async () => {
  const world = await startWorld()
  const call = world.client.send(
    new DescribeSecurityProfileCommand({ InstanceId: world.instanceId, SecurityProfileId: 'nope' }),
  )
  await expect(call).rejects.toMatchObject(awsError('ResourceNotFoundException', 404))
})
