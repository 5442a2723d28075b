import { ListWorkspaceMediaCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { createWorkspace } from '../testing/new-workspace.ts'
import { outcomeOf, startWorld } from '../testing/test-world.ts'

test('a new workspace has none; an unknown one is not found', async () => {
  const world = await startWorld()
  const workspace = await createWorkspace(world)
  expect((await world.client.send(new ListWorkspaceMediaCommand(workspace))).Media).toEqual([])
  const unknown = world.client.send(new ListWorkspaceMediaCommand({ ...workspace, WorkspaceId: 'nope' }))
  expect(await outcomeOf(unknown)).toBe('ResourceNotFoundException')
})
