import type { ServerProcess } from './server-process.ts'
import { SIGNATURE_HEADERS } from './signed-request.ts'

/** Ids of the first people of the bench instance, up to a thousand. */
export async function listUserIds({ url, instanceId }: ServerProcess, count: number): Promise<string[]> {
  const answer = await fetch(`${url}/users-summary/${instanceId}?maxResults=${count}`, { headers: SIGNATURE_HEADERS })
  const { UserSummaryList } = (await answer.json()) as { UserSummaryList: { Id: string }[] }
  return UserSummaryList.map((user) => user.Id)
}
