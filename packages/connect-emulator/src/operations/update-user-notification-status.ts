import type { UpdateUserNotificationStatusRequest } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { isFor, markId, requireNotification } from '../rules/notification.ts'
import { requireUser } from '../rules/user.ts'
import { notFound } from '../wire/aws-error.ts'

/** Only of what was sent to them: https://docs.aws.amazon.com/connect/latest/APIReference/API_UpdateUserNotificationStatus.html */
export const updateUserNotificationStatus = defineInstanceOperation<UpdateUserNotificationStatusRequest, void>(
  'UpdateUserNotificationStatus',
  (input, instance, { world, now }) => {
    const user = requireUser(instance, input.UserId)
    const notification = requireNotification(instance, input.NotificationId)
    if (!isFor(instance, notification, user, now())) {
      throw notFound(`The user has no notification ${notification.id}`)
    }
    const id = markId(user.id, notification.id)
    instance.notificationMarks.put({
      id,
      seq: instance.notificationMarks.get(id)?.seq ?? world.nextSeq(),
      userId: user.id,
      notificationId: notification.id,
      status: input.Status,
    })
  },
)
