import { ListUsersCommand, SearchUsersCommand } from '@aws-sdk/client-connect'
import type { ConnectInstance } from '../connect-door.ts'
import { readAllPages } from '../read-all-pages.ts'

/**
 * The id of the person with this user name, letter for letter (USR-02). The search answers in one call but lags
 * (CONS-01); `thoroughly`, what it does not know is looked for in the whole list, ceil(N / 1,000) calls.
 */
export async function findUserByUsername(
  instance: ConnectInstance,
  username: string,
  how: 'quickly' | 'thoroughly' = 'thoroughly',
): Promise<string | undefined> {
  const found = await searchUsername(instance, username)
  return found === undefined && how === 'thoroughly' ? await listedUsername(instance, username) : found
}

async function searchUsername({ info, upstream }: ConnectInstance, username: string): Promise<string | undefined> {
  const command = new SearchUsersCommand({
    InstanceId: info.id,
    SearchCriteria: { StringCondition: { FieldName: 'Username', Value: username, ComparisonType: 'EXACT' } },
    MaxResults: 500,
  })
  const { Users } = await upstream.call('SearchUsers', (client, send) => client.send(command, send))
  return Users?.find((user) => user.Username === username)?.Id
}

async function listedUsername({ info, upstream }: ConnectInstance, username: string): Promise<string | undefined> {
  const users = await readAllPages((NextToken) =>
    upstream.call('ListUsers', async (client, send) => {
      const command = new ListUsersCommand({ InstanceId: info.id, MaxResults: 1000, NextToken })
      const answer = await client.send(command, send)
      return { rows: answer.UserSummaryList, nextToken: answer.NextToken }
    }),
  )
  return users.find((user) => user.Username === username)?.Id
}
