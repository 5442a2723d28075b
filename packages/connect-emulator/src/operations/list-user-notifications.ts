import type { ListUserNotificationsRequest, ListUserNotificationsResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { pageOfRows } from '../page.ts'
import { isFor, userNotificationAnswer } from '../rules/notification.ts'
import { requireUser } from '../rules/user.ts'

/** Hidden ones among them: hiding is a status like the others. */
export const listUserNotifications = defineInstanceOperation<
  ListUserNotificationsRequest,
  ListUserNotificationsResponse
>('ListUserNotifications', (input, instance, { now }) => {
  const user = requireUser(instance, input.UserId)
  const theirs = instance.notifications.filter((notification) => isFor(instance, notification, user, now()))
  const { items, nextToken } = pageOfRows('ListUserNotifications', theirs, input, now())
  return {
    UserNotifications: items.map((notification) => userNotificationAnswer(instance, notification, user)),
    NextToken: nextToken,
  }
})
