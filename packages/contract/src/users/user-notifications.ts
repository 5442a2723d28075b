import { z } from 'zod'
import { id, instant, reason, version } from '../fields.ts'

const notificationStatus = z.enum(['READ', 'UNREAD', 'HIDDEN'], 'Say whether it is read, unread or hidden.')
export type NotificationStatus = z.infer<typeof notificationStatus>

/** What Amazon Connect tells a user in its site, and what they did with it. */
const userNotification = z.object({
  id: z.string(),
  /** Of its status for this user. */
  version: z.string(),
  /** One that is newer than Patchbay comes by Connect's own name; null where Connect tells none. */
  status: z.string().nullable(),
  priority: z.string().nullable(),
  /** By locale, as in `en_US`. */
  texts: z.record(z.string(), z.string()),
  createdAt: instant.nullable(),
  expiresAt: instant.nullable(),
})
export type UserNotification = z.infer<typeof userNotification>

/** Newest first, hidden ones among them. */
export const userNotifications = z.object({ id: z.string(), items: z.array(userNotification), asOf: instant })
export type UserNotifications = z.infer<typeof userNotifications>

export const notificationWrite = z.strictObject({ version, reason, notificationId: id, status: notificationStatus })

const statusTexts: Readonly<Record<string, string>> = { READ: 'Read', UNREAD: 'Unread', HIDDEN: 'Hidden' }

/** A notification's status in words; one that is newer than Patchbay by Connect's own name. */
export function notificationStatusText(status: string): string {
  return Object.hasOwn(statusTexts, status) ? (statusTexts[status] ?? status) : status
}

/** The English text where there is one, else the first that there is. */
export function textToShow(
  texts: UserNotification['texts'],
): { readonly locale: string; readonly text: string } | undefined {
  const locale = Object.hasOwn(texts, 'en_US') ? 'en_US' : Object.keys(texts)[0]
  const text = locale === undefined ? undefined : texts[locale]
  return locale === undefined || text === undefined ? undefined : { locale, text }
}
