import type { QuickConnectConfig } from '@aws-sdk/client-connect'
import type { Instance } from '../state/instance.ts'
import type { World } from '../state/world.ts'
import type { Random } from './random.ts'

const NAME_MAX = 127

/** Of six, four lead to people (some people have two), one to a queue and one to a phone number. Flows are not emulated: their ids are ids only. */
export function seedQuickConnects(world: World, instance: Instance, count: number, random: Random, now: number): void {
  const [toAgent, toQueue] = [random.uuid(), random.uuid()]
  const users = [...instance.users]
  const queues = [...instance.queues]
  const taken = new Set<string>()

  function seedOne(at: number): { name: string; config: QuickConnectConfig } {
    const kind = at % 6
    if (kind === 4) {
      const { id: QueueId, name } = random.pick(queues)
      return { name, config: { QuickConnectType: 'QUEUE', QueueConfig: { QueueId, ContactFlowId: toQueue } } }
    }
    if (kind === 5 || users.length === 0) {
      const PhoneNumber = `+44207946${String(at % 10_000).padStart(4, '0')}`
      return { name: `Partner ${at + 1}`, config: { QuickConnectType: 'PHONE_NUMBER', PhoneConfig: { PhoneNumber } } }
    }
    const { id: UserId, identity } = random.pick(users)
    const name = [identity.FirstName, identity.LastName].filter(Boolean).join(' ')
    return { name, config: { QuickConnectType: 'USER', UserConfig: { UserId, ContactFlowId: toAgent } } }
  }

  for (let at = 0; at < count; at++) {
    const { name: wanted, config } = seedOne(at)
    const short = Array.from(wanted)
      .slice(0, NAME_MAX - 8)
      .join('')
    const name = taken.has(short) ? `${short} ${at + 1}` : short
    taken.add(name)
    instance.quickConnects.put({
      id: random.uuid(),
      seq: world.nextSeq(),
      name,
      config,
      tags: {},
      lastModifiedTime: now,
      lastModifiedRegion: instance.record.region,
    })
  }
}
