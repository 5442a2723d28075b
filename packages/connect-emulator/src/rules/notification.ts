import type { Notification, UserNotificationSummary } from '@aws-sdk/client-connect'
import type { Instance } from '../state/instance.ts'
import type { NotificationRecord, UserRecord } from '../state/records.ts'
import { invalidParameter, notFound } from '../wire/aws-error.ts'
import { arnOf, parseArn } from './arn.ts'
import { requireUser } from './user.ts'

/** @throws AwsError ResourceNotFoundException */
export function requireNotification(instance: Instance, id: string): NotificationRecord {
  const notification = instance.notifications.read(id)
  if (!notification) throw notFound(`Notification ${id.slice(0, 100)} was not found`)
  return notification
}

/** A recipient is a user or the instance itself (OTH-04). @throws AwsError InvalidParameterException, ResourceNotFoundException */
export function requireRecipients(instance: Instance, arns: readonly string[]): void {
  if (arns.length === 0) throw invalidParameter('Recipients must hold at least one ARN')
  for (const arn of arns) {
    const { instanceId, resource } = parseArn(arn) ?? {}
    if (instanceId === undefined || (resource && resource.kind !== 'agent')) {
      throw invalidParameter('Recipients takes ARNs of users and of the instance')
    }
    if (instanceId !== instance.id) throw notFound(`Recipient ${arn.slice(0, 200)} was not found`)
    if (resource) requireUser(instance, resource.id)
  }
}

/** Whether somebody is shown it: sent to them or to the whole instance, and not over. That what is over is told no more is assumed. */
export function isFor(instance: Instance, notification: NotificationRecord, user: UserRecord, now: number): boolean {
  const { recipients, expiresTime } = notification
  if (expiresTime <= now) return false
  return recipients.includes(instance.record.arn) || recipients.includes(arnOf(instance, 'agent', user.id))
}

/** The row id of what a person did with a notification. */
export function markId(userId: string, notificationId: string): string {
  return `${userId} ${notificationId}`
}

/** Forgets what was marked, of a person or of a notification that is about to go. */
export function removeMarksOf(instance: Instance, of: { userId?: string; notificationId?: string }): void {
  const marks = instance.notificationMarks.filter(
    (mark) => mark.userId === of.userId || mark.notificationId === of.notificationId,
  )
  for (const mark of marks) instance.notificationMarks.delete(mark.id)
}

/** What DescribeNotification tells. */
export function notificationAnswer(instance: Instance, notification: NotificationRecord): Notification {
  return {
    Id: notification.id,
    Arn: arnOf(instance, 'notification', notification.id),
    Content: { ...notification.content },
    Priority: notification.priority,
    Recipients: [...notification.recipients],
    CreatedAt: new Date(notification.createdTime),
    ExpiresAt: new Date(notification.expiresTime),
    Tags: { ...notification.tags },
    LastModifiedTime: new Date(notification.lastModifiedTime),
    LastModifiedRegion: notification.lastModifiedRegion,
  }
}

/** One row of somebody's notifications: unread until it is marked. */
export function userNotificationAnswer(
  instance: Instance,
  notification: NotificationRecord,
  user: UserRecord,
): UserNotificationSummary {
  return {
    NotificationId: notification.id,
    NotificationStatus: instance.notificationMarks.get(markId(user.id, notification.id))?.status ?? 'UNREAD',
    InstanceId: instance.id,
    RecipientId: user.id,
    Content: { ...notification.content },
    Priority: notification.priority,
    Source: notification.source,
    CreatedAt: new Date(notification.createdTime),
    ExpiresAt: new Date(notification.expiresTime),
  }
}
