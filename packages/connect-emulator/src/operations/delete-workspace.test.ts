import {
  AssociateWorkspaceCommand,
  DeleteWorkspaceCommand,
  DescribeWorkspaceCommand,
  SearchWorkspaceAssociationsCommand,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { createWorkspace } from '../testing/new-workspace.ts'
import { createPerson, outcomeOf, startWorld } from '../testing/test-world.ts'

test('goes with all its assignments, in use or not (WS-08)', async () => {
  const world = await startWorld()
  const { client, instanceId: InstanceId } = world
  const workspace = await createWorkspace(world)
  const ResourceArns = [`${world.arn}/agent/${await createPerson(world)}`]
  await client.send(new AssociateWorkspaceCommand({ ...workspace, ResourceArns }))
  await client.send(new DeleteWorkspaceCommand(workspace))
  expect(await outcomeOf(client.send(new DescribeWorkspaceCommand(workspace)))).toBe('ResourceNotFoundException')
  expect((await client.send(new SearchWorkspaceAssociationsCommand({ InstanceId }))).ApproximateTotalCount).toBe(0)
})
