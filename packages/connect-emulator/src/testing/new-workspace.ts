import { CreateWorkspaceCommand, type CreateWorkspaceCommandInput } from '@aws-sdk/client-connect'
import type { TestWorld } from './test-world.ts'

/** Creates a workspace and gives what names it in further calls. */
export async function createWorkspace(world: TestWorld, change: Partial<CreateWorkspaceCommandInput> = {}) {
  const { instanceId: InstanceId } = world
  const input = { InstanceId, Name: 'Front office', ...change }
  const { WorkspaceId } = await world.client.send(new CreateWorkspaceCommand(input))
  return { InstanceId, WorkspaceId }
}
