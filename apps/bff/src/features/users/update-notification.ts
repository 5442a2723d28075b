import { notificationStatusText, type NotificationStatus } from '@patchbay/contract'
import { updateUserNotificationStatus } from '../../connect/users/notifications.ts'
import { requireVisible } from '../access/require-person.ts'
import type { Caller } from '../caller.ts'
import { runWrites } from '../writes/run-writes.ts'
import type { WriteBase } from '../writes/write.ts'
import { notificationsSubject } from './notifications-subject.ts'
import { readUser } from './read-user.ts'

type Input = WriteBase & { readonly notificationId: string; readonly status: NotificationStatus }

/** One that is gone has no status, so it is a conflict with any that was seen. */
export async function updateNotification(caller: Caller, input: Input) {
  const { notificationId, status } = input
  // Before their notifications are asked for: whoever is out of scope takes no more calls than whoever is not there.
  requireVisible(caller, (await readUser(caller, input.id)).settings)
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
