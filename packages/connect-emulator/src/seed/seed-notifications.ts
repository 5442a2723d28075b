import { arnOf } from '../rules/arn.ts'
import { markId } from '../rules/notification.ts'
import type { Instance } from '../state/instance.ts'
import type { NotificationRecord } from '../state/records.ts'
import type { World } from '../state/world.ts'
import type { Random } from './random.ts'

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000
/** Seeded data has a fixed date, and has to be there whenever the emulator is started: these end ten years after it. */
const LIFETIME_DAYS = 3650
const RECIPIENTS_MAX = 200
const MARKED = 300

const TEXTS: readonly NotificationRecord['content'][] = [
  {
    en_US: 'Maintenance on Sunday from 02:00 to 04:00: calls go to the overflow line.',
    de_DE: 'Wartung am Sonntag von 02:00 bis 04:00: Anrufe gehen an die Überlaufleitung.',
    ja_JP: '日曜日の02:00から04:00までメンテナンスを行います。',
  },
  { en_US: 'Your schedule for next week has changed. Look at it before Friday.' },
  { de_DE: 'Die neue Gesprächsleitlinie gilt ab sofort.', fr_FR: 'Le nouveau guide d’entretien est en vigueur.' },
  { en_US: 'Queue “Billing” waits for more than ten minutes.' },
  {
    en_US: 'The knowledge base has a new section on refunds.',
    es_ES: 'La base de conocimientos tiene una nueva sección.',
  },
]

/** Every fourth is for the whole instance, the others for up to 200 people; some people have read or hidden theirs. */
export function seedNotifications(world: World, instance: Instance, count: number, random: Random, now: number): void {
  const users = count > 0 ? [...instance.users] : []
  for (let at = 0; at < count; at++) {
    const chosen = new Set<string>()
    for (let pick = 0; pick < Math.min(RECIPIENTS_MAX, users.length); pick++) chosen.add(random.pick(users).id)
    const isForAll = at % 4 === 0 || chosen.size === 0
    const createdTime = now - random.integer(20) * DAY_MILLISECONDS
    const notification: NotificationRecord = {
      id: random.uuid(),
      seq: world.nextSeq(),
      content: TEXTS[at % TEXTS.length] ?? {},
      priority: (['HIGH', 'LOW', 'LOW', 'URGENT'] as const)[at % 4] ?? 'LOW',
      source: (['CUSTOMER', 'SYSTEM', 'CUSTOMER', 'RULES'] as const)[at % 4] ?? 'CUSTOMER',
      recipients: isForAll ? [instance.record.arn] : [...chosen].map((id) => arnOf(instance, 'agent', id)),
      createdTime,
      expiresTime: createdTime + LIFETIME_DAYS * DAY_MILLISECONDS,
      tags: {},
      lastModifiedTime: createdTime,
      lastModifiedRegion: instance.record.region,
    }
    instance.notifications.put(notification)
    const readers = isForAll ? users.slice(0, MARKED).map(({ id }) => id) : [...chosen]
    for (const userId of readers) {
      if (!random.chance(0.4)) continue
      instance.notificationMarks.put({
        id: markId(userId, notification.id),
        seq: world.nextSeq(),
        userId,
        notificationId: notification.id,
        status: random.chance(0.3) ? 'HIDDEN' : 'READ',
      })
    }
  }
}
