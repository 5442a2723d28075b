import { ListEntitySecurityProfilesCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { outcomeOf, startWorld } from '../testing/test-world.ts'

const EntityArn = 'arn:aws:wisdom:us-east-1:123456789012:ai-agent/a/b'

test('an agent without profiles has an empty list (AI-04)', async () => {
  const { client, instanceId: InstanceId } = await startWorld()
  const answer = await client.send(
    new ListEntitySecurityProfilesCommand({ InstanceId, EntityType: 'AI_AGENT', EntityArn }),
  )
  expect(answer.SecurityProfiles).toEqual([])
  expect(answer.NextToken).toBeUndefined()
})

test('pages of at most 100 (CONS-06); a user is no AI agent (AI-07)', async () => {
  const { client, instanceId: InstanceId } = await startWorld()
  const list = (change: object) =>
    outcomeOf(
      client.send(new ListEntitySecurityProfilesCommand({ InstanceId, EntityType: 'AI_AGENT', EntityArn, ...change })),
    )
  expect(await list({ MaxResults: 100 })).toBe('ok')
  expect(await list({ MaxResults: 101 })).toBe('InvalidParameterException')
  expect(await list({ EntityType: 'USER' })).toBe('InvalidParameterException')
})
