import type { DescribeNotificationRequest, DescribeNotificationResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { notificationAnswer, requireNotification } from '../rules/notification.ts'

export const describeNotification = defineInstanceOperation<DescribeNotificationRequest, DescribeNotificationResponse>(
  'DescribeNotification',
  (input, instance) => ({
    Notification: notificationAnswer(instance, requireNotification(instance, input.NotificationId)),
  }),
)
