import { DescribeNotificationCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { newNotification } from '../testing/new-notification.ts'
import { outcomeOf, startWorld } from '../testing/test-world.ts'

test('tells what was sent to whom (ARN-01)', async () => {
  const world = await startWorld()
  const NotificationId = await newNotification(world, { Tags: { Team: 'Care' } })
  const describe = (id: string) =>
    world.client.send(new DescribeNotificationCommand({ InstanceId: world.instanceId, NotificationId: id }))
  const { Notification } = await describe(NotificationId)
  expect(Notification).toMatchObject({
    Id: NotificationId,
    Arn: `${world.arn}/notification/${NotificationId}`,
    Content: { en_US: 'Calls are short today' },
    Recipients: [world.arn],
    Tags: { Team: 'Care' },
  })
  expect(await outcomeOf(describe('none'))).toBe('ResourceNotFoundException')
})
