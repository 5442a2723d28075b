import { DescribeWorkspaceCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { createWorkspace } from '../testing/new-workspace.ts'
import { outcomeOf, startWorld } from '../testing/test-world.ts'

test('has the time of change, not of creation (WS-11)', async () => {
  const world = await startWorld({}, { now: () => 1_800_000_000_000 })
  const workspace = await createWorkspace(world)
  const { Workspace } = await world.client.send(new DescribeWorkspaceCommand(workspace))
  expect(Workspace?.LastModifiedTime).toEqual(new Date(1_800_000_000_000))
  expect(Workspace).not.toHaveProperty('CreatedAt')
  const unknown = world.client.send(new DescribeWorkspaceCommand({ ...workspace, WorkspaceId: 'nope' }))
  expect(await outcomeOf(unknown)).toBe('ResourceNotFoundException')
})
