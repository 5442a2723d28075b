import { DescribeWorkspaceCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { createWorkspace } from '../testing/new-workspace.ts'
import { outcomeOf, startWorld } from '../testing/test-world.ts'

test('creates a workspace that nobody sees yet (WS-05)', async () => {
  const world = await startWorld()
  const Theme = { Light: { Palette: { Header: { Background: '#123456', InvertActionsColors: true } } } }
  const workspace = await createWorkspace(world, {
    Title: 'Welcome',
    Description: 'For the front',
    Theme,
    Tags: { a: 'b' },
  })
  const { Workspace } = await world.client.send(new DescribeWorkspaceCommand(workspace))
  expect(Workspace).toMatchObject({
    Arn: `${world.arn}/workspace/${workspace.WorkspaceId}`,
    Name: 'Front office',
    Title: 'Welcome',
    Description: 'For the front',
    Theme,
    Visibility: 'NONE',
    Tags: { a: 'b' },
  })
})

test('names are unique and not blank (WS-05, WIRE-10)', async () => {
  const world = await startWorld()
  await createWorkspace(world)
  expect(await outcomeOf(createWorkspace(world))).toBe('DuplicateResourceException')
  expect(await outcomeOf(createWorkspace(world, { Name: '   ' }))).toBe('InvalidParameterException')
  expect(await outcomeOf(createWorkspace(world, { Name: 'n'.repeat(128) }))).toBe('InvalidParameterException')
  expect(await outcomeOf(createWorkspace(world, { Name: 'コールセンター' }))).toBe('ok')
})
