import { CreateWorkspaceCommand, ListUsersCommand } from '@aws-sdk/client-connect'
import { expect, it } from 'vitest'
import { openDoor } from '../testing/open-door.ts'
import { associateWorkspace, disassociateWorkspace } from './assign-workspace.ts'

it('reads what Amazon Connect says of the one resource in a 200 as a refusal (WS-01, WS-03)', async () => {
  await using world = await openDoor({ spec: { users: 1 } })
  const { otherTool, instanceId: InstanceId, instance } = world
  const { WorkspaceId: id = '' } = await otherTool.send(new CreateWorkspaceCommand({ InstanceId, Name: 'Desk' }))
  const { UserSummaryList: [user] = [] } = await otherTool.send(new ListUsersCommand({ InstanceId }))
  const arn = user?.Arn ?? ''
  const workspace = { id, name: 'Desk' }
  const refusal = (message: string) => ({
    code: 'connect.refused',
    message,
    data: { fields: [{ field: 'workspaceIds', message }] },
  })
  await associateWorkspace(instance, workspace, arn, {})
  await expect(associateWorkspace(instance, workspace, arn, {})).rejects.toMatchObject(
    refusal('Amazon Connect did not assign the workspace “Desk”.'),
  )
  await disassociateWorkspace(instance, workspace, arn, {})
  await expect(disassociateWorkspace(instance, workspace, arn, {})).rejects.toMatchObject(
    refusal('Amazon Connect did not take the workspace “Desk” away.'),
  )
  await expect(associateWorkspace(instance, { ...workspace, id: '..' }, arn, {})).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})
