import {
  AssociateWorkspaceCommand,
  DescribeRoutingProfileCommand,
  DescribeUserCommand,
  ListWorkspacesCommand,
  UpdateWorkspaceVisibilityCommand,
} from '@aws-sdk/client-connect'
import { userWorkspaces } from '@patchbay/contract'
import { expect, test } from 'vitest'
import { openConsole } from '../testing/open-console.ts'
import { findSomeone } from '../testing/someone.ts'

test('workspaces come by the person, by their routing profile, or as everybody, each with its name', async () => {
  await using world = await openConsole({ spec: { workspaces: 6, routingProfiles: 30 } })
  const { otherTool, instanceId: InstanceId } = world
  const administrator = await world.signIn('administrator')
  // Somebody on whose routing profile nothing was seeded: only what is done here counts.
  const { WorkspaceSummaryList: workspaces = [] } = await otherTool.send(new ListWorkspacesCommand({ InstanceId }))
  const [shown, , byPerson, byProfile, hidden] = workspaces.map(({ Id = '', Name = '' }) => ({ Id, Name }))
  const { id, routingProfile } = await findSomeone(world, administrator)
  const { User } = await otherTool.send(new DescribeUserCommand({ InstanceId, UserId: id }))
  const { RoutingProfile } = await otherTool.send(
    new DescribeRoutingProfileCommand({ InstanceId, RoutingProfileId: routingProfile?.id }),
  )
  const associate = async (WorkspaceId: string | undefined, arn: string | undefined) =>
    await otherTool.send(new AssociateWorkspaceCommand({ InstanceId, WorkspaceId, ResourceArns: [arn ?? ''] }))
  await associate(byPerson?.Id, User?.Arn)
  await associate(byProfile?.Id, RoutingProfile?.RoutingProfileArn)
  await associate(hidden?.Id, User?.Arn)
  await otherTool.send(
    new UpdateWorkspaceVisibilityCommand({ InstanceId, WorkspaceId: hidden?.Id, Visibility: 'NONE' }),
  )

  const { status, body } = await administrator.get(`${world.base}/users/${id}/workspaces`)
  expect(status).toBe(200)
  const found = new Map(userWorkspaces.parse(body).items.map((one) => [one.name, one]))
  expect(found.get(shown?.Name ?? '')?.through[0]).toBe('everyone')
  expect(found.get(byPerson?.Name ?? '')).toMatchObject({ id: byPerson?.Id, isHidden: false })
  expect(found.get(byPerson?.Name ?? '')?.through).toContain('person')
  expect(found.get(byProfile?.Name ?? '')?.through).toContain('routing-profile')
  expect(found.get(hidden?.Name ?? '')).toMatchObject({ isHidden: true })
})

test('a read that fails is an error, never a person without workspaces', async () => {
  await using world = await openConsole({ spec: { workspaces: 2 } })
  const administrator = await world.signIn('administrator')
  const { id } = await findSomeone(world, administrator)
  for (const operation of ['SearchWorkspaces', 'SearchWorkspaceAssociations']) {
    world.emulator.setFault({ operation, error: 'InternalServiceException', instanceId: world.instanceId })
    const { body } = await administrator.get(`${world.base}/users/${id}/workspaces`)
    expect([operation, body.code]).toEqual([operation, 'connect.unavailable'])
    world.emulator.clearFaults()
  }
})
