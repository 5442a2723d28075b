import { CreateRoutingProfileCommand, SearchRoutingProfilesCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { newRoutingProfileInput } from '../testing/new-routing-profile.ts'
import { outcomeOf, startWorld } from '../testing/test-world.ts'

test('by name, description, id and queue (SRCH-08); rows have queue ids but no times, timer or cross-channel behaviour (SRCH-09)', async () => {
  const world = await startWorld()
  const { client, instanceId: InstanceId } = world
  const input = await newRoutingProfileInput(world)
  const QueueConfigs = [
    { QueueReference: { QueueId: input.queueId, Channel: 'VOICE' as const }, Priority: 1, Delay: 0 },
  ]
  const { RoutingProfileId } = await client.send(
    new CreateRoutingProfileCommand({ ...input, QueueConfigs, Tags: { Owner: 'wfm' } }),
  )
  const by = async (FieldName: string, Value: string | undefined) => {
    const SearchCriteria = { StringCondition: { FieldName, Value, ComparisonType: 'EXACT' as const } }
    return (await client.send(new SearchRoutingProfilesCommand({ InstanceId, SearchCriteria }))).RoutingProfiles
  }
  for (const [field, value] of [
    ['name', 'Night'],
    ['description', 'At night'],
    ['resourceID', RoutingProfileId],
  ]) {
    expect(await by(field ?? '', value)).toEqual([
      {
        InstanceId,
        Name: 'Night',
        Description: 'At night',
        RoutingProfileId,
        RoutingProfileArn: `${world.arn}/routing-profile/${RoutingProfileId}`,
        DefaultOutboundQueueId: input.queueId,
        MediaConcurrencies: [{ Channel: 'VOICE', Concurrency: 1 }],
        NumberOfAssociatedQueues: 1,
        NumberOfAssociatedManualAssignmentQueues: 0,
        NumberOfAssociatedUsers: 0,
        IsDefault: false,
        Tags: { Owner: 'wfm' },
        AssociatedQueueIds: [input.queueId],
        AssociatedManualAssignmentQueueIds: [],
      },
    ])
  }
  expect(await by('associatedQueueIds', input.queueId)).toHaveLength(2)
  expect(await outcomeOf(by('resourceId', 'x'))).toBe('InvalidParameterException')
  const SearchFilter = { TagFilter: { TagCondition: { TagKey: 'Owner', TagValue: 'wfm' } } }
  expect(
    (await client.send(new SearchRoutingProfilesCommand({ InstanceId, SearchFilter }))).ApproximateTotalCount,
  ).toBe(1)
})
