import { DescribeWorkspaceCommand, UpdateWorkspaceThemeCommand, type WorkspaceTheme } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { createWorkspace } from '../testing/new-workspace.ts'
import { outcomeOf, startWorld } from '../testing/test-world.ts'

test('replaces the theme as a whole; none takes it away (WS-11)', async () => {
  const world = await startWorld()
  const workspace = await createWorkspace(world, { Theme: { Dark: { Palette: { Primary: { Default: 'red' } } } } })
  const update = (Theme?: WorkspaceTheme) => world.client.send(new UpdateWorkspaceThemeCommand({ ...workspace, Theme }))
  const read = async () => (await world.client.send(new DescribeWorkspaceCommand(workspace))).Workspace
  await update({ Light: { Typography: { FontFamily: { Default: 'Georgia' } } } })
  expect((await read())?.Theme).toEqual({ Light: { Typography: { FontFamily: { Default: 'Georgia' } } } })
  await update()
  expect(await read()).not.toHaveProperty('Theme')
  expect(await outcomeOf(update({ Light: { Palette: { Primary: { Default: ' ' } } } }))).toBe(
    'InvalidParameterException',
  )
})
