import {
  CreateWorkspacePageCommand,
  type CreateWorkspacePageCommandInput,
  ListWorkspacePagesCommand,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { createWorkspace } from '../testing/new-workspace.ts'
import { awsError, outcomeOf, startWorld } from '../testing/test-world.ts'

const VIEW = 'arn:aws:connect:us-east-1:aws:view/detail'

async function startWithWorkspace() {
  const world = await startWorld()
  const workspace = await createWorkspace(world)
  const create = (change: Partial<CreateWorkspacePageCommandInput> = {}) =>
    world.client.send(new CreateWorkspacePageCommand({ ...workspace, Page: 'HOME', ResourceArn: VIEW, ...change }))
  return { world, workspace, create }
}

test('system pages and custom ones (WS-06)', async () => {
  const { world, workspace, create } = await startWithWorkspace()
  await create({ Slug: '', InputData: '{"Title":"Hi"}' })
  await create({ Page: 'AGENT_EXPERIENCE' })
  await create({ Page: 'a b|c', Slug: 'news' })
  const { WorkspacePageList } = await world.client.send(new ListWorkspacePagesCommand(workspace))
  expect(WorkspacePageList).toEqual([
    { Page: 'HOME', ResourceArn: VIEW, Slug: '', InputData: '{"Title":"Hi"}' },
    { Page: 'AGENT_EXPERIENCE', ResourceArn: VIEW },
    { Page: 'a b|c', ResourceArn: VIEW, Slug: 'news' },
  ])
})

test.each<[string, Partial<CreateWorkspacePageCommandInput>, string]>([
  ['a name of AWS’s', { Page: 'aws:home' }, 'InvalidParameterException'],
  ['a name of Connect’s', { Page: 'connect:home' }, 'InvalidParameterException'],
  ['a name of 26 characters', { Page: 'p'.repeat(26) }, 'InvalidParameterException'],
  ['a slug of 2 characters', { Slug: 'ab' }, 'InvalidParameterException'],
  ['a slug of 64 characters', { Slug: 's'.repeat(64) }, 'InvalidParameterException'],
  ['input that is no JSON', { InputData: '{' }, 'InvalidParameterException'],
  ['input that is no object', { InputData: '[1]' }, 'InvalidParameterException'],
  [
    'input without what the view requires',
    { ResourceArn: VIEW.replace('detail', 'cards'), InputData: '{}' },
    'InvalidParameterException',
  ],
  ['an unknown view', { ResourceArn: `${VIEW}s` }, 'ResourceNotFoundException'],
])('refuses %s (WS-06, WIRE-10)', async (_name, change, error) => {
  const { create } = await startWithWorkspace()
  expect(await outcomeOf(create(change))).toBe(error)
})

test('a page or slug that is there is refused', async () => {
  const { create } = await startWithWorkspace()
  await create({ Page: 'News', Slug: 'news' })
  expect(await outcomeOf(create({ Page: 'News' }))).toBe('DuplicateResourceException')
  expect(await outcomeOf(create({ Page: 'More news', Slug: 'news' }))).toBe('ResourceConflictException')
})

test('17 custom pages an instance, then 402 (WS-07, WS-09, ERR-01)', async () => {
  const { create } = await startWithWorkspace()
  for (let at = 0; at < 17; at++) await create({ Page: `Page ${at}` })
  await expect(create({ Page: 'One more' })).rejects.toMatchObject(awsError('ServiceQuotaExceededException', 402))
  expect(await outcomeOf(create({ Page: 'HOME' }))).toBe('ok')
})
