import { ListUsersCommand } from '@aws-sdk/client-connect'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageOfList } from './page.ts'
import { awsError, outcomeOf, startWorld } from './testing/test-world.ts'

const HOUR = 60 * 60 * 1000

test('a token lives 24 hours (CONS-05)', async () => {
  let now = 1_800_000_000_000
  const { client, instanceId: InstanceId } = await startWorld({ users: 5 }, { now: () => now })
  const { NextToken } = await client.send(new ListUsersCommand({ InstanceId, MaxResults: 2 }))
  now += 24 * HOUR
  await expect(client.send(new ListUsersCommand({ InstanceId, MaxResults: 2, NextToken }))).resolves.toBeDefined()
  now += 1
  await expect(client.send(new ListUsersCommand({ InstanceId, MaxResults: 2, NextToken }))).rejects.toMatchObject({
    ...awsError('InvalidToken', 400),
    message: 'The NextToken has expired',
  })
})

test('an altered or invented token is refused, whichever character changes (CONS-07)', async () => {
  const { client, instanceId: InstanceId } = await startWorld({ users: 5 })
  const { NextToken = '' } = await client.send(new ListUsersCommand({ InstanceId, MaxResults: 2 }))
  await fc.assert(
    fc.asyncProperty(fc.nat(NextToken.length - 1), fc.constantFrom('A', 'Q', '_', '7'), async (at, sign) => {
      fc.pre(NextToken[at] !== sign)
      const altered = NextToken.slice(0, at) + sign + NextToken.slice(at + 1)
      expect(
        await outcomeOf(client.send(new ListUsersCommand({ InstanceId, MaxResults: 2, NextToken: altered }))),
      ).toBe('InvalidToken')
    }),
    { numRuns: 60 },
  )
  expect(await outcomeOf(client.send(new ListUsersCommand({ InstanceId, NextToken: 'made up' })))).toBe('InvalidToken')
})

test('a token of one instance is no good in another (CONS-05)', async () => {
  const { client, emulator, instanceId: InstanceId } = await startWorld({ users: 5 })
  const other = await emulator.createInstance({ users: 5 })
  const { NextToken } = await client.send(new ListUsersCommand({ InstanceId, MaxResults: 2 }))
  const call = client.send(new ListUsersCommand({ InstanceId: other.instanceId, MaxResults: 2, NextToken }))
  expect(await outcomeOf(call)).toBe('InvalidToken')
})

test('pages of any size put a list together again', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (list, MaxResults) => {
      const seen: number[] = []
      let NextToken: string | undefined
      do {
        const page = pageOfList('Op', list, { MaxResults, NextToken }, 0)
        seen.push(...page.items)
        NextToken = page.nextToken
      } while (NextToken !== undefined)
      expect(seen).toEqual(list)
    }),
  )
})
