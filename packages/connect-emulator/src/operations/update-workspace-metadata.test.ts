import { DescribeWorkspaceCommand, UpdateWorkspaceMetadataCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { createWorkspace } from '../testing/new-workspace.ts'
import { outcomeOf, startWorld } from '../testing/test-world.ts'

test('changes what is given; a name in use is refused (WS-05, WS-11)', async () => {
  const world = await startWorld()
  await createWorkspace(world, { Name: 'Taken' })
  const workspace = await createWorkspace(world, { Title: 'Old', Description: 'Kept' })
  const update = (change: object) =>
    outcomeOf(world.client.send(new UpdateWorkspaceMetadataCommand({ ...workspace, ...change })))
  expect(await update({ Title: 'New' })).toBe('ok')
  expect(await update({ Name: 'Taken' })).toBe('DuplicateResourceException')
  expect(await update({ Name: 'Front office' })).toBe('ok')
  const { Workspace } = await world.client.send(new DescribeWorkspaceCommand(workspace))
  expect(Workspace).toMatchObject({ Name: 'Front office', Title: 'New', Description: 'Kept' })
})
