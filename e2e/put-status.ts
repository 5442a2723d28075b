import { ListAgentStatusesCommand, PutUserStatusCommand } from '@aws-sdk/client-connect'
import type { World } from './world.ts'

/** As another tool would; it signs them in as well. */
export async function putStatus(world: World, UserId: string, name: string): Promise<void> {
  const { AgentStatusSummaryList = [] } = await world.connect.send(
    new ListAgentStatusesCommand({ InstanceId: world.instanceId }),
  )
  const AgentStatusId = AgentStatusSummaryList.find((one) => one.Name === name)?.Id
  await world.connect.send(new PutUserStatusCommand({ InstanceId: world.instanceId, UserId, AgentStatusId }))
}
