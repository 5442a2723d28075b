import {
  DismissUserContactCommand,
  GetCurrentUserDataCommand,
  type AgentContactReference,
} from '@aws-sdk/client-connect'
import type { LiveContact, LiveStatus } from '@patchbay/contract'
import type { ConnectInstance } from '../connect-door.ts'
import { malformed } from '../read-all-pages.ts'
import { requirePathId } from '../path-id.ts'
import type { CallOptions, WriteOptions } from '../upstream.ts'

/** What somebody does now; null for who is not signed in to Connect, of whom it tells nothing. */
export async function readLiveStatus(
  { info, upstream }: Pick<ConnectInstance, 'info' | 'upstream'>,
  id: string,
  options: CallOptions,
): Promise<LiveStatus['status']> {
  const command = new GetCurrentUserDataCommand({ InstanceId: info.id, Filters: { Agents: [id] } })
  const { UserDataList } = await upstream.call(
    'GetCurrentUserData',
    (client, send) => client.send(command, send),
    options,
  )
  if (UserDataList === undefined) throw malformed('an answer without its list')
  const data = UserDataList.find(({ User }) => User?.Id === id)
  if (data === undefined) return null
  return {
    name: data.Status?.StatusName ?? null,
    since: data.Status?.StatusStartTimestamp?.toISOString() ?? null,
    next: data.NextStatus ?? null,
    contacts: (data.Contacts ?? []).map(toContact),
  }
}

function toContact({ ContactId, Channel, AgentContactState, StateStartTimestamp }: AgentContactReference): LiveContact {
  if (ContactId === undefined) throw malformed('a contact without id')
  return {
    id: ContactId,
    channel: Channel ?? null,
    state: AgentContactState ?? null,
    since: StateStartTimestamp?.toISOString() ?? null,
  }
}

/** Takes a contact that is over from the person's panel: they can be given the next. */
export async function dismissUserContact(
  { info, upstream, readings }: ConnectInstance,
  id: string,
  contactId: string,
  options: WriteOptions = {},
): Promise<void> {
  requirePathId(id, 'user')
  const command = new DismissUserContactCommand({ InstanceId: info.id, UserId: id, ContactId: contactId })
  await upstream.call('DismissUserContact', (client, send) => client.send(command, send), options)
  readings.statuses.expire(id)
}
