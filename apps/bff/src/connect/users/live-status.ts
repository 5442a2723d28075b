import { GetCurrentUserDataCommand } from '@aws-sdk/client-connect'
import type { LiveStatus } from '@patchbay/contract'
import type { ConnectInstance } from '../connect-door.ts'
import { malformed } from '../read-all-pages.ts'
import type { CallOptions } from '../upstream.ts'

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
    contacts: data.Contacts?.length ?? 0,
  }
}
