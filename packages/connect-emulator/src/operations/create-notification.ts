import type { CreateNotificationRequest, CreateNotificationResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { arnOf } from '../rules/arn.ts'
import { requireRecipients } from '../rules/notification.ts'
import { invalidParameter } from '../wire/aws-error.ts'

/** Where the caller names no end (OTH-04). */
const DEFAULT_LIFETIME_MILLISECONDS = 7 * 24 * 60 * 60 * 1000

/** A second call with the same token makes no second one (WIRE-08). */
export const createNotification = defineInstanceOperation<CreateNotificationRequest, CreateNotificationResponse>(
  'CreateNotification',
  (input, instance, { world, newId, now }) => {
    const clientToken = input.ClientToken
    const same = clientToken && instance.notifications.find((other) => other.clientToken === clientToken)
    if (same) return { NotificationId: same.id, NotificationArn: arnOf(instance, 'notification', same.id) }
    if (Object.keys(input.Content).length === 0) throw invalidParameter('Content must hold a text in one language')
    requireRecipients(instance, input.Recipients)
    const expiresTime = input.ExpiresAt ? Number(input.ExpiresAt) : now() + DEFAULT_LIFETIME_MILLISECONDS
    if (expiresTime <= now()) throw invalidParameter('ExpiresAt must be in the future')
    const id = newId()
    instance.notifications.put({
      id,
      seq: world.nextSeq(),
      content: input.Content,
      priority: input.Priority ?? 'LOW',
      source: 'CUSTOMER',
      recipients: [...new Set(input.Recipients)],
      createdTime: now(),
      expiresTime,
      clientToken,
      tags: input.Tags ?? {},
      lastModifiedTime: now(),
      lastModifiedRegion: instance.record.region,
    })
    return { NotificationId: id, NotificationArn: arnOf(instance, 'notification', id) }
  },
)
