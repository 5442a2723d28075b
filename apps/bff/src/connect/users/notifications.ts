import {
  ListUserNotificationsCommand,
  UpdateUserNotificationStatusCommand,
  type UserNotificationSummary,
} from '@aws-sdk/client-connect'
import type { NotificationStatus, UserNotification } from '@patchbay/contract'
import type { ConnectInstance } from '../connect-door.ts'
import { requirePathId } from '../path-id.ts'
import { malformed, readAllPages } from '../read-all-pages.ts'
import type { CallOptions, WriteOptions } from '../upstream.ts'

export type Notification = Omit<UserNotification, 'version'>

/** All that somebody is told in Connect's site, in Connect's order. */
export async function listUserNotifications(
  { info, upstream }: Pick<ConnectInstance, 'info' | 'upstream'>,
  id: string,
  options: CallOptions,
): Promise<Notification[]> {
  requirePathId(id, 'user')
  const rows = await readAllPages((NextToken) =>
    upstream.call(
      'ListUserNotifications',
      async (client, send) => {
        const input = { InstanceId: info.id, UserId: id, MaxResults: 1000, NextToken }
        const answer = await client.send(new ListUserNotificationsCommand(input), send)
        return { rows: answer.UserNotifications, nextToken: answer.NextToken }
      },
      options,
    ),
  )
  return rows.map(readNotification)
}

function readNotification(row: UserNotificationSummary): Notification {
  if (row.NotificationId === undefined) throw malformed('a notification without id')
  return {
    id: row.NotificationId,
    status: row.NotificationStatus ?? null,
    priority: row.Priority ?? null,
    texts: row.Content ?? {},
    createdAt: row.CreatedAt?.toISOString() ?? null,
    expiresAt: row.ExpiresAt?.toISOString() ?? null,
  }
}

/** Marks one for this user alone: everybody has a status of their own (OTH-04). */
export async function updateUserNotificationStatus(
  { info, upstream }: ConnectInstance,
  id: string,
  { notificationId, status }: { readonly notificationId: string; readonly status: NotificationStatus },
  options: WriteOptions,
): Promise<void> {
  requirePathId(id, 'user')
  requirePathId(notificationId, 'notification')
  const command = new UpdateUserNotificationStatusCommand({
    InstanceId: info.id,
    UserId: id,
    NotificationId: notificationId,
    Status: status,
  })
  await upstream.call('UpdateUserNotificationStatus', (client, send) => client.send(command, send), options)
}
