import { CreateNotificationCommand, type CreateNotificationRequest } from '@aws-sdk/client-connect'
import type { TestWorld } from './test-world.ts'

/** Creates a notification, for the whole instance unless told otherwise, and gives its id. */
export async function newNotification(
  { client, instanceId, arn }: TestWorld,
  change: Partial<CreateNotificationRequest> = {},
): Promise<string> {
  const input = { InstanceId: instanceId, Recipients: [arn], Content: { en_US: 'Calls are short today' }, ...change }
  return (await client.send(new CreateNotificationCommand(input))).NotificationId ?? ''
}
