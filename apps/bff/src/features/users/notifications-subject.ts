import { textToShow, type UserNotification, type UserNotifications } from '@patchbay/contract'
import { listUserNotifications } from '../../connect/users/notifications.ts'
import { versionOf } from '../../connect/version.ts'
import type { Reader, Subject } from '../writes/write.ts'
import { readUser, type UserReading } from './read-user.ts'
import { decidedByPerson, userSubject } from './user-subject.ts'

interface PersonsNotifications {
  readonly id: string
  readonly items: readonly UserNotification[]
  readonly asOf: Date
}

export interface NotificationsReading extends PersonsNotifications {
  readonly user: UserReading
  /** Of the one that is written. */
  readonly version: string
}

/** A person's notifications as the write engine sees them. Compared is the one that is written: another that comes meanwhile, or is read, is no conflict. */
export function notificationsSubject(notificationId: string): Subject<NotificationsReading, UserNotifications> {
  return {
    ...decidedByPerson,
    kind: 'user',
    word: 'notification',
    read: async (reader, id) => {
      const user = await readUser(reader, id)
      const read = await readNotifications(reader, id)
      const status = read.items.find((one) => one.id === notificationId)?.status ?? null
      return { ...read, user, version: notificationVersion(id, { id: notificationId, status }) }
    },
    states: ({ items }) => items.map(({ id, status }) => ({ field: 'notifications', key: id, value: status })),
    describe: async (caller, { user, items }) => {
      const described = await userSubject.describe(caller, user)
      const one = items.find(({ id }) => id === notificationId)
      return { ...described, names: { ...described.names, ...(one && { [notificationId]: nameOf(one) }) } }
    },
    answer: async (_caller, reading) => notificationsAnswer(reading),
    remember: () => undefined,
  }
}

export async function readNotifications({ instance, signal, now }: Reader, id: string): Promise<PersonsNotifications> {
  const asOf = now()
  const read = await listUserNotifications(instance, id, { signal })
  const items = read.map((one) => ({ ...one, version: notificationVersion(id, one) }))
  return { id, items: items.toSorted((a, b) => createdMs(b) - createdMs(a)), asOf }
}

const createdMs = ({ createdAt }: UserNotification) => (createdAt === null ? 0 : Date.parse(createdAt))

export function notificationsAnswer({ id, items, asOf }: PersonsNotifications): UserNotifications {
  return { id, items: [...items], asOf: asOf.toISOString() }
}

function notificationVersion(userId: string, { id, status }: Pick<UserNotification, 'id' | 'status'>): string {
  return versionOf({ userId, id, status })
}

/** In the record of changes it has to be told from others: its beginning will do. */
const NAME_MAX = 80

function nameOf({ id, texts }: UserNotification): string {
  const characters = Array.from(textToShow(texts)?.text ?? id)
  return characters.length > NAME_MAX ? `${characters.slice(0, NAME_MAX - 1).join('')}…` : characters.join('')
}
