import { notificationStatusText, textToShow, type NotificationStatus, type UserNotification } from '@patchbay/contract'
import { shorten } from './user-words.ts'

const priorities: Readonly<Record<string, string>> = {
  URGENT: 'Urgent',
  HIGH: 'High priority',
  LOW: 'Low priority',
}

/** `Unread, high priority`; what is newer than Patchbay by Connect's own name. */
export function standingText({ status, priority }: Pick<UserNotification, 'status' | 'priority'>): string {
  const known =
    priority !== null && Object.hasOwn(priorities, priority) ? priorities[priority]?.toLowerCase() : priority
  return [status === null ? 'Status not told' : notificationStatusText(status), known].filter(Boolean).join(', ')
}

/** By what it says, to be told from others. */
export function notificationName({ texts }: Pick<UserNotification, 'texts'>): string {
  return shorten(textToShow(texts)?.text ?? 'Without a text')
}

/** `en_US` as HTML names it. */
export function languageOf(locale: string): string {
  return locale.replace('_', '-')
}

export const markTexts: Readonly<Record<NotificationStatus, string>> = {
  READ: 'Mark as read',
  UNREAD: 'Mark as unread',
  HIDDEN: 'Hide',
}

export const markedTexts: Readonly<Record<NotificationStatus, string>> = {
  READ: 'marked as read',
  UNREAD: 'marked as unread',
  HIDDEN: 'hidden',
}

/** What it can be marked as: anything but what it is. */
export function marksOf({ status }: Pick<UserNotification, 'status'>): readonly NotificationStatus[] {
  return (['READ', 'UNREAD', 'HIDDEN'] as const).filter((mark) => mark !== status)
}
