import { notificationStatusText, type NotificationStatus } from '@patchbay/contract'
import { updateUserNotificationStatus } from '../../connect/users/notifications.ts'
import type { Caller } from '../caller.ts'
import { runWrites } from '../writes/run-writes.ts'
import type { WriteBase } from '../writes/write.ts'
import { notificationsSubject } from './notifications-subject.ts'
import { requireVisibleUser } from './require-visible-user.ts'

type Input = WriteBase & { readonly notificationId: string; readonly status: NotificationStatus }

/** One that is gone has no status, so it is a conflict with any that was seen. */
export async function updateNotification(caller: Caller, input: Input) {
  const { notificationId, status } = input
  await requireVisibleUser(caller, input.id)
  return await runWrites(caller, notificationsSubject(notificationId), input, {
    action: 'users.updateNotification',
    plan: ({ items }) => {
      const before = items.find(({ id }) => id === notificationId)?.status ?? null
      if (before === status) return []
      return [
        {
          operation: 'UpdateUserNotificationStatus',
          done: `The notification was marked as ${notificationStatusText(status).toLowerCase()}.`,
          fields: [{ field: 'notifications', key: notificationId, before, after: status }],
          send: (options) => updateUserNotificationStatus(caller.instance, input.id, input, options),
        },
      ]
    },
  })
}
