import { ImportWorkspaceMediaCommand, ListWorkspaceMediaCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { createWorkspace } from '../testing/new-workspace.ts'
import { outcomeOf, startWorld } from '../testing/test-world.ts'

test('takes base64 and https addresses, one of each type (WS-10)', async () => {
  const world = await startWorld()
  const workspace = await createWorkspace(world)
  const MediaType = 'IMAGE_LOGO_LIGHT_FAVICON'
  const load = (MediaSource: string) =>
    outcomeOf(world.client.send(new ImportWorkspaceMediaCommand({ ...workspace, MediaType, MediaSource })))
  expect(await load('iVBORw0KGgo=')).toBe('ok')
  expect(await load('https://bucket.s3.amazonaws.com/logo.png?X-Amz-Signature=abc')).toBe('ok')
  expect((await world.client.send(new ListWorkspaceMediaCommand(workspace))).Media).toEqual([
    { Type: MediaType, Source: 'https://bucket.s3.amazonaws.com/logo.png?X-Amz-Signature=abc' },
  ])
  expect(await load('file:///etc/passwd')).toBe('InvalidParameterException')
  expect(await load('A'.repeat(533_336))).toBe('InvalidParameterException')
  expect(await load('A'.repeat(533_332))).toBe('ok')
})
