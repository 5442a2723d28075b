import {
  CreateWorkspacePageCommand,
  ListWorkspacePagesCommand,
  UpdateWorkspacePageCommand,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { createWorkspace } from '../testing/new-workspace.ts'
import { outcomeOf, startWorld } from '../testing/test-world.ts'

test('changes what is given; the page’s name travels in the path (WIRE-04), NewPage renames', async () => {
  const world = await startWorld()
  const workspace = await createWorkspace(world)
  const ResourceArn = 'arn:aws:connect:us-east-1:aws:view/detail'
  await world.client.send(new CreateWorkspacePageCommand({ ...workspace, Page: 'a b|c', ResourceArn, Slug: 'first' }))
  await world.client.send(new CreateWorkspacePageCommand({ ...workspace, Page: 'Other', ResourceArn, Slug: 'second' }))
  const update = (Page: string, change: object) =>
    outcomeOf(world.client.send(new UpdateWorkspacePageCommand({ ...workspace, Page, ...change })))
  expect(await update('a b|c', { Slug: 'second' })).toBe('ResourceConflictException')
  expect(await update('a b|c', { NewPage: 'Other' })).toBe('DuplicateResourceException')
  expect(await update('a b|c', { NewPage: 'Renamed', InputData: '{"x":1}' })).toBe('ok')
  expect(await update('a b|c', {})).toBe('ResourceNotFoundException')
  const { WorkspacePageList } = await world.client.send(new ListWorkspacePagesCommand(workspace))
  expect(WorkspacePageList?.[0]).toEqual({ Page: 'Renamed', ResourceArn, Slug: 'first', InputData: '{"x":1}' })
})
