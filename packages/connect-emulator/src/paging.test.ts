import * as connect from '@aws-sdk/client-connect'
import { beforeEach, describe, expect, test } from 'vitest'
import { operationBounds } from './bounds/check-bounds.ts'
import { operations } from './operations/registry.ts'
import { startWorld, type TestWorld } from './testing/test-world.ts'

type Answer = Record<string, unknown> & { NextToken?: string }
type Command = new (input: object) => Parameters<connect.ConnectClient['send']>[0]
const commands = connect as unknown as Record<string, Command>

/** Operations that page: those whose input has both members. */
const paged = operations
  .map((operation) => operation.name)
  .filter((name) => {
    const members = operationBounds[name]?.input ?? {}
    return 'MaxResults' in members && 'NextToken' in members
  })

describe('every operation that pages', () => {
  let world: TestWorld
  let userId: string | undefined
  let workspaceId: string | undefined

  beforeEach(async () => {
    world = await startWorld({
      users: 12,
      hierarchyGroups: 7,
      securityProfiles: 6,
      routingProfiles: 4,
      workspaces: 3,
      aiAgents: 2,
      notifications: 9,
    })
    const { UserDataList } = await world.client.send(
      new connect.GetCurrentUserDataCommand({ InstanceId: world.instanceId, Filters: {} }),
    )
    userId = UserDataList?.[0]?.User?.Id
    const { WorkspaceSummaryList } = await world.client.send(
      new connect.ListWorkspacesCommand({ InstanceId: world.instanceId }),
    )
    workspaceId = WorkspaceSummaryList?.[0]?.Id
  })

  function inputOf(operation: string): Record<string, unknown> {
    const known: Record<string, unknown> = {
      InstanceId: world.instanceId,
      SecurityProfileId: world.profiles.Admin,
      RoutingProfileId: world.routingProfileId,
      UserId: userId,
      WorkspaceId: workspaceId,
      Filters: {},
      EntityType: 'AI_AGENT',
      EntityArn: 'arn:aws:wisdom:us-east-1:123456789012:ai-agent/a/b',
    }
    const members = Object.entries(operationBounds[operation]?.input ?? {}).filter(([, ref]) => ref.endsWith('!'))
    return Object.fromEntries(members.map(([member]) => [member, known[member]]))
  }

  async function send(operation: string, page: object): Promise<Answer> {
    const command = commands[`${operation}Command`]
    if (!command) throw new Error(`The SDK has no ${operation}Command`)
    return (await world.client.send(new command({ ...inputOf(operation), ...page }))) as unknown as Answer
  }

  /** The one list of an answer, whatever it is called. */
  function rowsOf(answer: Answer): unknown[] {
    return Object.values(answer).find((value): value is unknown[] => Array.isArray(value)) ?? []
  }

  test.each(paged)(
    '%s: pages of two put together are the whole, in order and once each (CONS-04)',
    async (operation) => {
      const whole = rowsOf(await send(operation, {}))
      const collected: unknown[] = []
      let token: string | undefined
      for (let pages = 0; pages < 300; pages++) {
        const answer = await send(operation, { MaxResults: 2, NextToken: token })
        const rows = rowsOf(answer)
        expect(rows.length).toBeLessThanOrEqual(2)
        collected.push(...rows)
        token = answer.NextToken
        if (token === undefined) break
      }
      expect(token).toBeUndefined()
      expect(collected.slice(0, whole.length)).toEqual(whole)
      expect(new Set(collected.map((row) => JSON.stringify(row))).size).toBe(collected.length)
    },
  )

  test.each(paged)('%s: another operation’s token is no good (CONS-05, CONS-07)', async (operation) => {
    const other = operation === 'ListUsers' ? 'ListSecurityProfiles' : 'ListUsers'
    const { NextToken } = await send(other, { MaxResults: 1 })
    expect(NextToken).toBeDefined()
    await expect(send(operation, { MaxResults: 1, NextToken })).rejects.toMatchObject({
      name: 'InvalidToken',
      $metadata: { httpStatusCode: 400 },
    })
  })
})

test('there are more than twenty of them', () => {
  expect(paged.length).toBeGreaterThan(20)
})
