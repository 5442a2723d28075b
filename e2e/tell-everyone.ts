import { CreateNotificationCommand, DescribeInstanceCommand } from '@aws-sdk/client-connect'
import type { World } from './world.ts'

/** Sends a notification to the whole instance; the id of it. With the same `token`, it is sent once. */
export async function tellEveryone(
  { connect, instanceId: InstanceId }: World,
  Content: Partial<Record<'en_US' | 'de_DE', string>>,
  token?: string,
): Promise<string> {
  const { Instance } = await connect.send(new DescribeInstanceCommand({ InstanceId }))
  const input = {
    InstanceId,
    Recipients: [Instance?.Arn ?? ''],
    Content,
    Priority: 'HIGH' as const,
    ClientToken: token,
  }
  return (await connect.send(new CreateNotificationCommand(input))).NotificationId ?? ''
}
