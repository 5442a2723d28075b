import type { DeleteNotificationRequest } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { removeMarksOf, requireNotification } from '../rules/notification.ts'

/** Gone for everybody, with what each of them marked it. */
export const deleteNotification = defineInstanceOperation<DeleteNotificationRequest, void>(
  'DeleteNotification',
  (input, instance) => {
    const { id } = requireNotification(instance, input.NotificationId)
    removeMarksOf(instance, { notificationId: id })
    instance.notifications.delete(id)
  },
)
