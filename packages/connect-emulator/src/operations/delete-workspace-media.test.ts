import {
  DeleteWorkspaceMediaCommand,
  ImportWorkspaceMediaCommand,
  ListWorkspaceMediaCommand,
  type MediaType,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { createWorkspace } from '../testing/new-workspace.ts'
import { outcomeOf, startWorld } from '../testing/test-world.ts'

test('deletes the type named in the query (WIRE-05)', async () => {
  const world = await startWorld()
  const workspace = await createWorkspace(world)
  for (const MediaType of ['IMAGE_LOGO_LIGHT_FAVICON', 'IMAGE_LOGO_DARK_HORIZONTAL'] as const) {
    await world.client.send(new ImportWorkspaceMediaCommand({ ...workspace, MediaType, MediaSource: 'AAAA' }))
  }
  const remove = (type: string) =>
    outcomeOf(world.client.send(new DeleteWorkspaceMediaCommand({ ...workspace, MediaType: type as MediaType })))
  expect(await remove('IMAGE_LOGO_LIGHT_FAVICON')).toBe('ok')
  expect(await remove('IMAGE_LOGO_LIGHT_FAVICON')).toBe('ResourceNotFoundException')
  expect(await remove('IMAGE_LOGO')).toBe('InvalidParameterException')
  expect((await world.client.send(new ListWorkspaceMediaCommand(workspace))).Media).toEqual([
    { Type: 'IMAGE_LOGO_DARK_HORIZONTAL', Source: 'AAAA' },
  ])
})
