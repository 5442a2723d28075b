import { AssociateWorkspaceCommand, SearchWorkspaceAssociationsCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { createWorkspace } from '../testing/new-workspace.ts'
import { createPerson, outcomeOf, startWorld } from '../testing/test-world.ts'

test('by workspace, resource and type; rows name what is assigned (WS-04)', async () => {
  const world = await startWorld()
  const { client, instanceId: InstanceId, arn, routingProfileId } = world
  const { WorkspaceId } = await createWorkspace(world, { Tags: { Zone: 'north' } })
  const userId = await createPerson(world, { Username: 'ada' })
  const ResourceArns = [`${arn}/agent/${userId}`, `${arn}/routing-profile/${routingProfileId}`]
  await client.send(new AssociateWorkspaceCommand({ InstanceId, WorkspaceId, ResourceArns }))
  const search = async (input: object) =>
    (await client.send(new SearchWorkspaceAssociationsCommand({ InstanceId, ...input }))).WorkspaceAssociations
  const by = (FieldName: string, Value: string | undefined) =>
    search({ SearchCriteria: { StringCondition: { FieldName, Value, ComparisonType: 'EXACT' } } })
  const WorkspaceArn = `${arn}/workspace/${WorkspaceId}`
  expect(await by('workspaceId', WorkspaceId)).toEqual([
    {
      WorkspaceId,
      WorkspaceArn,
      ResourceId: userId,
      ResourceArn: ResourceArns[0],
      ResourceType: 'USER',
      ResourceName: 'ada',
    },
    {
      WorkspaceId,
      WorkspaceArn,
      ResourceId: routingProfileId,
      ResourceArn: ResourceArns[1],
      ResourceType: 'ROUTING_PROFILE',
      ResourceName: 'Basic Routing Profile',
    },
  ])
  expect(await by('resourceId', userId)).toHaveLength(1)
  expect(await by('resourceType', 'ROUTING_PROFILE')).toHaveLength(1)
  expect(await search({ SearchFilter: { AttributeFilter: { TagCondition: { TagKey: 'Zone' } } } })).toHaveLength(2)
  expect(await search({ SearchFilter: { AttributeFilter: { TagCondition: { TagKey: 'None' } } } })).toEqual([])
  expect(await outcomeOf(by('name', 'ada'))).toBe('InvalidParameterException')
})
