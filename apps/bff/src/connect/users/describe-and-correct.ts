import { setImmediate } from 'node:timers/promises'
import type { ConnectInstance } from '../connect-door.ts'
import type { CallOptions } from '../upstream.ts'
import { describeUser } from './describe-user.ts'
import { summaryOf, type UserSettings } from './user-settings.ts'

/**
 * One person, read now, and what the directory holds of an own write of theirs set right by it. Whether there is such a write is
 * looked up meanwhile, of whoever is not there as well: neither takes longer than the other, so who is out of somebody's scope
 * cannot be told from nobody by the time.
 */
export async function describeAndCorrect(
  instance: Pick<ConnectInstance, 'info' | 'upstream' | 'directory'>,
  id: string,
  options: CallOptions,
): Promise<{ readonly settings: UserSettings; readonly asOf: Date }> {
  const { ownUsers } = instance.directory
  const asOf = instance.upstream.now()
  const [settings, isOwn] = await Promise.all([
    describeUser(instance, id, options),
    // Once the call has left.
    setImmediate().then(() => ownUsers.has(id)),
  ])
  if (isOwn) await ownUsers.correct(summaryOf(settings), asOf)
  return { settings, asOf }
}
