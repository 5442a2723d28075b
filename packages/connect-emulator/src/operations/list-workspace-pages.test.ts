import { CreateWorkspacePageCommand, ListWorkspacePagesCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { createWorkspace } from '../testing/new-workspace.ts'
import { outcomeOf, startWorld } from '../testing/test-world.ts'

test('pages of pages', async () => {
  const world = await startWorld()
  const workspace = await createWorkspace(world)
  for (const Page of ['One', 'Two', 'Three']) {
    const ResourceArn = 'arn:aws:connect:us-east-1:aws:view/detail'
    await world.client.send(new CreateWorkspacePageCommand({ ...workspace, Page, ResourceArn }))
  }
  const list = (page: object) => world.client.send(new ListWorkspacePagesCommand({ ...workspace, ...page }))
  const first = await list({ MaxResults: 2 })
  const second = await list({ MaxResults: 2, NextToken: first.NextToken })
  expect(first.WorkspacePageList?.map((page) => page.Page)).toEqual(['One', 'Two'])
  expect(second.WorkspacePageList?.map((page) => page.Page)).toEqual(['Three'])
  expect(await outcomeOf(list({ WorkspaceId: 'nope' }))).toBe('ResourceNotFoundException')
})
