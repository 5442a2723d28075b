import { DescribeWorkspaceCommand, UpdateWorkspaceVisibilityCommand, type Visibility } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { createWorkspace } from '../testing/new-workspace.ts'
import { outcomeOf, startWorld } from '../testing/test-world.ts'

test('ALL, ASSIGNED or NONE (WS-05)', async () => {
  const world = await startWorld()
  const workspace = await createWorkspace(world)
  const update = (visibility: string) =>
    outcomeOf(
      world.client.send(new UpdateWorkspaceVisibilityCommand({ ...workspace, Visibility: visibility as Visibility })),
    )
  for (const visibility of ['ALL', 'NONE', 'ASSIGNED']) expect(await update(visibility)).toBe('ok')
  expect(await update('SOME')).toBe('InvalidParameterException')
  expect((await world.client.send(new DescribeWorkspaceCommand(workspace))).Workspace?.Visibility).toBe('ASSIGNED')
})
