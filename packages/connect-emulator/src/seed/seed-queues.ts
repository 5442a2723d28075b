import type { QueueRecord } from '../state/records.ts'
import type { Instance } from '../state/instance.ts'
import type { World } from '../state/world.ts'
import type { Random } from './random.ts'

const QUEUES = [
  'Sales',
  'Service',
  'Claims',
  'Billing',
  'Technical support',
  'Retention',
  'VIP',
  'Callbacks',
  'Chat',
  'E-mail',
  '日本語',
]

/** The basic queue of every instance (OTH-07), and more where there is more than the basic routing profile. */
export function seedQueues(world: World, instance: Instance, more: boolean, random: Random, now: number): void {
  for (const name of ['BasicQueue', ...(more ? QUEUES : [])]) {
    const queue: QueueRecord = {
      id: random.uuid(),
      seq: world.nextSeq(),
      name,
      tags: {},
      lastModifiedTime: now,
      lastModifiedRegion: instance.record.region,
    }
    instance.queues.put(queue)
  }
}
