import type { AgentStatusRecord } from '../state/records.ts'
import type { Instance } from '../state/instance.ts'
import type { World } from '../state/world.ts'
import type { Random } from './random.ts'

type Status = Pick<AgentStatusRecord, 'name' | 'type' | 'state'> & { description?: string }

/** There from the start (OTH-06). */
const BUILT_IN: readonly Status[] = [
  { name: 'Available', type: 'ROUTABLE', state: 'ENABLED' },
  { name: 'Offline', type: 'OFFLINE', state: 'ENABLED' },
]
const CUSTOM: readonly Status[] = [
  { name: 'Break', type: 'CUSTOM', state: 'ENABLED', description: 'Short break' },
  { name: 'Lunch', type: 'CUSTOM', state: 'ENABLED' },
  { name: 'Training', type: 'CUSTOM', state: 'ENABLED', description: 'In a course or with a coach' },
  { name: 'Project work', type: 'CUSTOM', state: 'DISABLED' },
]

export function seedAgentStatuses(
  world: World,
  instance: Instance,
  custom: boolean,
  random: Random,
  now: number,
): void {
  for (const [at, status] of [...BUILT_IN, ...(custom ? CUSTOM : [])].entries()) {
    instance.agentStatuses.put({
      ...status,
      id: random.uuid(),
      seq: world.nextSeq(),
      displayOrder: at + 1,
      tags: {},
      lastModifiedTime: now,
      lastModifiedRegion: instance.record.region,
    })
  }
}

/** At most so many people are signed in, whatever the instance's size. */
const MAX_SIGNED_IN = 400

/** Signs every fourth person in; some of them are on a contact. */
export function seedUserStates(world: World, instance: Instance, random: Random, now: number): void {
  const statuses = [...instance.agentStatuses].filter((status) => status.state === 'ENABLED')
  const queues = [...instance.queues]
  let signedIn = 0
  for (const user of instance.users) {
    if (signedIn === MAX_SIGNED_IN) return
    if (!random.chance(0.25)) continue
    signedIn++
    const busy = random.chance(0.3)
    const startedAt = now - random.integer(4 * 3600) * 1000
    instance.userStates.put({
      id: user.id,
      seq: world.nextSeq(),
      statusId: (busy ? statuses[0] : random.pick(statuses))?.id ?? '',
      startedAt,
      contacts: busy
        ? [
            {
              id: random.uuid(),
              channel: 'VOICE',
              state: random.pick(['CONNECTED', 'ENDED', 'MISSED']),
              startedAt,
              queueId: random.pick(queues).id,
            },
          ]
        : [],
    })
  }
}
