import {
  AssociateWorkspaceCommand,
  DeleteUserCommand,
  SearchWorkspaceAssociationsCommand,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { createWorkspace } from '../testing/new-workspace.ts'
import { createPerson, outcomeOf, startWorld } from '../testing/test-world.ts'

test('a mix of good and bad is a 200 that tells each failure with a code of three digits (WS-01, WS-02, WS-03)', async () => {
  const world = await startWorld()
  const other = await world.emulator.createInstance()
  const workspace = await createWorkspace(world)
  const user = `${world.arn}/agent/${await createPerson(world)}`
  const profile = `${world.arn}/routing-profile/${world.routingProfileId}`
  const bad = [
    ['not an arn', '400'],
    [world.arn, '400'],
    [`${world.arn}/queue/x`, '400'],
    [`${world.arn}/agent/nobody`, '404'],
    [user.replace(world.instanceId, other.instanceId), '404'],
    [user, '409'],
  ] as const
  const ResourceArns = [user, profile, ...bad.map(([arn]) => arn)]
  const answer = await world.client.send(new AssociateWorkspaceCommand({ ...workspace, ResourceArns }))
  expect(answer.SuccessfulList).toEqual([{ ResourceArn: user }, { ResourceArn: profile }])
  expect(answer.FailedList).toEqual(
    bad.map(([ResourceArn, ErrorCode]) => ({
      ResourceArn,
      ErrorCode,
      ErrorMessage: expect.stringMatching(/^.{1,256}$/),
    })),
  )
})

test('1 to 25 a call; an unknown workspace is not found (WS-01)', async () => {
  const world = await startWorld()
  const workspace = await createWorkspace(world)
  const associate = (count: number, change = {}) => {
    const ResourceArns = Array.from({ length: count }, (_, at) => `${world.arn}/agent/${at}`)
    return outcomeOf(world.client.send(new AssociateWorkspaceCommand({ ...workspace, ResourceArns, ...change })))
  }
  expect([await associate(0), await associate(26)]).toEqual(['InvalidParameterException', 'InvalidParameterException'])
  expect(await associate(25)).toBe('ok')
  expect(await associate(1, { WorkspaceId: 'nope' })).toBe('ResourceNotFoundException')
})

test('a person who goes leaves the workspace', async () => {
  const world = await startWorld()
  const { client, instanceId: InstanceId } = world
  const UserId = await createPerson(world)
  await client.send(
    new AssociateWorkspaceCommand({
      ...(await createWorkspace(world)),
      ResourceArns: [`${world.arn}/agent/${UserId}`],
    }),
  )
  await client.send(new DeleteUserCommand({ InstanceId, UserId }))
  expect((await client.send(new SearchWorkspaceAssociationsCommand({ InstanceId }))).ApproximateTotalCount).toBe(0)
})
