import { randomUUID } from 'node:crypto'
import { Channel, ContactState } from '@aws-sdk/client-connect'
import { requireUser } from '../rules/user.ts'
import type { World } from '../state/world.ts'
import { invalidRequest } from '../wire/aws-error.ts'

/** A contact as it lies at somebody who is signed in. Connect has no call that makes one: callers do. */
export interface ContactSpec {
  instanceId: string
  userId: string
  state: ContactState
  /** Default VOICE. */
  channel?: Channel
}

/**
 * Gives somebody a contact; the id of it.
 * @throws AwsError where the instance or the person is not there, the person not signed in, or the state none that Connect has
 */
export function putContact(world: World, spec: ContactSpec, now: number): string {
  const { state, channel = Channel.VOICE } = spec
  if (!Object.values(ContactState).includes(state)) throw invalidRequest('state must be one of ContactState')
  if (!Object.values(Channel).includes(channel)) throw invalidRequest('channel must be one of Channel')
  const instance = world.requireInstance(spec.instanceId)
  const user = requireUser(instance, spec.userId)
  const at = instance.userStates.get(user.id)
  if (!at) throw invalidRequest('The user is not signed in')
  const [queue] = instance.queues
  const contact = { id: randomUUID(), channel, state, startedAt: now, queueId: queue?.id ?? '' }
  instance.userStates.put({ ...at, contacts: [...at.contacts, contact] })
  world.journal.commit()
  return contact.id
}
