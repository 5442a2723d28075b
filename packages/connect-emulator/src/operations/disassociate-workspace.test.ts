import { AssociateWorkspaceCommand, DisassociateWorkspaceCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { createWorkspace } from '../testing/new-workspace.ts'
import { createPerson, startWorld } from '../testing/test-world.ts'

test('takes away what is there and tells what is not (WS-01, WS-03)', async () => {
  const world = await startWorld()
  const workspace = await createWorkspace(world)
  const arn = `${world.arn}/agent/${await createPerson(world)}`
  await world.client.send(new AssociateWorkspaceCommand({ ...workspace, ResourceArns: [arn] }))
  const remove = () =>
    world.client.send(new DisassociateWorkspaceCommand({ ...workspace, ResourceArns: [arn, 'not an arn'] }))
  const first = await remove()
  expect(first.SuccessfulList).toEqual([{ ResourceArn: arn }])
  expect(first.FailedList).toMatchObject([{ ErrorCode: '400' }])
  expect((await remove()).FailedList).toMatchObject([{ ResourceArn: arn, ErrorCode: '404' }, { ErrorCode: '400' }])
})
