import {
  AssociateWorkspaceCommand,
  DisassociateWorkspaceCommand,
  type FailedBatchAssociationSummary,
} from '@aws-sdk/client-connect'
import { Fault } from '../../http/fault.ts'
import type { ConnectInstance } from '../connect-door.ts'
import { requirePathId } from '../path-id.ts'
import type { WriteOptions } from '../upstream.ts'
import type { Workspace } from './search-workspaces.ts'

type Target = Pick<Workspace, 'id' | 'name'>

/** Assigns a workspace to a user or routing profile. Throws where Connect says of it, in a 200, that it did not (WS-01). */
export async function associateWorkspace(
  instance: ConnectInstance,
  workspace: Target,
  arn: string,
  options: WriteOptions,
): Promise<void> {
  const command = new AssociateWorkspaceCommand(inputOf(instance, workspace, arn))
  const answer = await instance.upstream.call(
    'AssociateWorkspace',
    (client, send) => client.send(command, send),
    options,
  )
  requireDone(answer.FailedList, `did not assign the workspace “${workspace.name}”.`)
}

/** Takes it away again. */
export async function disassociateWorkspace(
  instance: ConnectInstance,
  workspace: Target,
  arn: string,
  options: WriteOptions,
): Promise<void> {
  const command = new DisassociateWorkspaceCommand(inputOf(instance, workspace, arn))
  const answer = await instance.upstream.call(
    'DisassociateWorkspace',
    (client, send) => client.send(command, send),
    options,
  )
  requireDone(answer.FailedList, `did not take the workspace “${workspace.name}” away.`)
}

function inputOf({ info }: ConnectInstance, { id }: Target, arn: string) {
  requirePathId(id, 'workspace')
  return { InstanceId: info.id, WorkspaceId: id, ResourceArns: [arn] }
}

/** Which codes there are is not documented (WS-03): what is not done is looked at by reading again. */
function requireDone(failed: readonly FailedBatchAssociationSummary[] | undefined, what: string): void {
  if (failed === undefined || failed.length === 0) return
  const message = `Amazon Connect ${what}`
  throw new Fault('connect.refused', { fields: [{ field: 'workspaceIds', message }] }, { message })
}
