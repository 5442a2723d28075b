import {
  CreateNotificationCommand,
  DescribeInstanceCommand,
  type CreateNotificationRequest,
} from '@aws-sdk/client-connect'
import type { OpenConsole } from './open-console.ts'

/** Sends a notification to the whole instance; the id of it. */
export async function tellEveryone(
  { otherTool, instanceId: InstanceId }: Pick<OpenConsole, 'otherTool' | 'instanceId'>,
  Content: CreateNotificationRequest['Content'],
  more: Pick<CreateNotificationRequest, 'ExpiresAt' | 'Priority'> = {},
): Promise<string> {
  const { Instance } = await otherTool.send(new DescribeInstanceCommand({ InstanceId }))
  const input = { InstanceId, Recipients: [Instance?.Arn ?? ''], Content, ...more }
  return (await otherTool.send(new CreateNotificationCommand(input))).NotificationId ?? ''
}
