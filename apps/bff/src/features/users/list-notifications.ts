import type { UserNotifications } from '@patchbay/contract'
import type { Caller } from '../caller.ts'
import { findListed } from './find-listed.ts'
import { notificationsAnswer, readNotifications } from './notifications-subject.ts'

export async function listNotifications(caller: Caller, id: string): Promise<UserNotifications> {
  await findListed(caller, id)
  return notificationsAnswer(await readNotifications(caller, id))
}
