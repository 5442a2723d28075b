import {
  AssociateSecurityProfilesCommand,
  DisassociateSecurityProfilesCommand,
  ListEntitySecurityProfilesCommand,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { outcomeOf, startWorld } from '../testing/test-world.ts'

test('takes profiles away; one that is not there is no error (AI-01, AI-07)', async () => {
  const { client, instanceId: InstanceId, profiles } = await startWorld()
  const entity = {
    InstanceId,
    EntityType: 'AI_AGENT' as const,
    EntityArn: 'arn:aws:wisdom:us-east-1:123456789012:ai-agent/a/b',
  }
  const both = [{ Id: profiles.Agent }, { Id: profiles.Admin }]
  const remove = (items: object[]) =>
    client.send(new DisassociateSecurityProfilesCommand({ ...entity, SecurityProfiles: items }))
  await client.send(new AssociateSecurityProfilesCommand({ ...entity, SecurityProfiles: both }))
  await remove([{ Id: profiles.Agent }, { Id: profiles.QualityAnalyst }])
  expect((await client.send(new ListEntitySecurityProfilesCommand(entity))).SecurityProfiles).toEqual([
    { Id: profiles.Admin },
  ])
  expect(await outcomeOf(remove([{ Id: profiles.Admin }]))).toBe('ok')
  expect(await outcomeOf(remove([{ Id: profiles.Admin }]))).toBe('ok')
  expect(await outcomeOf(remove([{ Id: 'nope' }]))).toBe('ResourceNotFoundException')
})
