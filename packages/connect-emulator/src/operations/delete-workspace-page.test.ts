import {
  CreateWorkspacePageCommand,
  DeleteWorkspacePageCommand,
  ListWorkspacePagesCommand,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { createWorkspace } from '../testing/new-workspace.ts'
import { outcomeOf, startWorld } from '../testing/test-world.ts'

test('afterwards nothing is configured for the page (WS-06)', async () => {
  const world = await startWorld()
  const page = { ...(await createWorkspace(world)), Page: 'HOME' }
  const ResourceArn = 'arn:aws:connect:us-east-1:aws:view/detail'
  await world.client.send(new CreateWorkspacePageCommand({ ...page, ResourceArn }))
  await world.client.send(new DeleteWorkspacePageCommand(page))
  expect((await world.client.send(new ListWorkspacePagesCommand(page))).WorkspacePageList).toEqual([])
  expect(await outcomeOf(world.client.send(new DeleteWorkspacePageCommand(page)))).toBe('ResourceNotFoundException')
})
