import { CreateQuickConnectCommand, type CreateQuickConnectCommandInput } from '@aws-sdk/client-connect'
import { createPerson, type TestWorld } from './test-world.ts'

/** What leads to a person. Flows are not emulated, so their ids are any text. */
export function leadsTo(UserId: string): Pick<CreateQuickConnectCommandInput, 'QuickConnectConfig'> {
  return { QuickConnectConfig: { QuickConnectType: 'USER', UserConfig: { UserId, ContactFlowId: 'to-agent' } } }
}

/** Creates one that leads to a new person, or to whatever the change says, and gives its id. */
export async function createQuickConnect(
  world: TestWorld,
  change: Partial<CreateQuickConnectCommandInput> = {},
): Promise<string> {
  const config = change.QuickConnectConfig ? {} : leadsTo(await createPerson(world))
  const input = { InstanceId: world.instanceId, Name: 'Ada', QuickConnectConfig: undefined, ...config, ...change }
  const { QuickConnectId } = await world.client.send(new CreateQuickConnectCommand(input))
  return QuickConnectId ?? ''
}
