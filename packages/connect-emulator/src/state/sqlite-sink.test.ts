import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import {
  CreateSecurityProfileCommand,
  DeleteUserCommand,
  DescribeUserCommand,
  ListUsersCommand,
  TagResourceCommand,
  UpdateUserIdentityInfoCommand,
} from '@aws-sdk/client-connect'
import { expect, onTestFinished, test } from 'vitest'
import { createEmulator } from '../index.ts'
import { clientOf, createPerson, outcomeOf, startWorld } from '../testing/test-world.ts'

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'connect-emulator-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

test('everything is there again after a restart, in the same order, tokens included', async () => {
  const dataDir = dataFolder()
  const first = await startWorld({ users: 5, hierarchyGroups: 5 }, { dataDir })
  const { client, instanceId: InstanceId, arn } = first
  const created = await createPerson(first, { Username: 'ada' })
  const { UserSummaryList: before = [] } = await client.send(new ListUsersCommand({ InstanceId }))
  await client.send(new DeleteUserCommand({ InstanceId, UserId: before[1]?.Id }))
  await client.send(
    new UpdateUserIdentityInfoCommand({
      InstanceId,
      UserId: created,
      IdentityInfo: { FirstName: 'Ada', LastName: 'L' },
    }),
  )
  await client.send(new TagResourceCommand({ resourceArn: arn, tags: { Kept: 'yes' } }))
  const { SecurityProfileId } = await client.send(
    new CreateSecurityProfileCommand({ InstanceId, SecurityProfileName: 'Kept' }),
  )
  const listed = await client.send(new ListUsersCommand({ InstanceId, MaxResults: 2 }))
  const { User } = await client.send(new DescribeUserCommand({ InstanceId, UserId: created }))
  await first.emulator.close()

  const emulator = await createEmulator({ dataDir })
  const again = clientOf(emulator)
  onTestFinished(async () => {
    again.destroy()
    await emulator.close()
  })
  expect((await again.send(new DescribeUserCommand({ InstanceId, UserId: created }))).User).toEqual(User)
  const relisted = await again.send(new ListUsersCommand({ InstanceId, MaxResults: 2 }))
  expect(relisted.UserSummaryList).toEqual(listed.UserSummaryList)
  const next = await again.send(new ListUsersCommand({ InstanceId, MaxResults: 2, NextToken: listed.NextToken }))
  expect(next.UserSummaryList?.map((user) => user.Id)).toEqual([before[3]?.Id, before[4]?.Id])
  const world = { ...first, emulator, client: again }
  expect(await outcomeOf(createPerson(world, { SecurityProfileIds: [SecurityProfileId ?? ''] }))).toBe('ok')
  expect(await outcomeOf(createPerson(world, { Username: 'ada' }))).toBe('DuplicateResourceException')
  expect(emulator.findInstance('nobody')).toBeUndefined()
})

test('a write that cannot be stored is refused and does not stay in memory', async () => {
  const dataDir = dataFolder()
  const errors: unknown[] = []
  const world = await startWorld({}, { dataDir, onInternalError: (error) => errors.push(error) })
  const blocker = new DatabaseSync(join(dataDir, 'connect-emulator.sqlite'))
  blocker.exec('DROP TABLE row')
  blocker.close()
  expect(await outcomeOf(createPerson(world))).toBe('InternalServiceException')
  expect(errors).toHaveLength(1)
  const { UserSummaryList } = await world.client.send(new ListUsersCommand({ InstanceId: world.instanceId }))
  expect(UserSummaryList).toEqual([])
})

test('a folder that cannot be made is an error that names it', async () => {
  const folder = dataFolder()
  const file = join(folder, 'file')
  writeFileSync(file, '')
  await expect(createEmulator({ dataDir: join(file, 'below') })).rejects.toMatchObject({ code: 'ENOTDIR' })
})

test('state of another version is refused in words, not misread', async () => {
  const dataDir = dataFolder()
  const db = new DatabaseSync(join(dataDir, 'connect-emulator.sqlite'))
  db.exec('PRAGMA user_version = 999')
  db.close()
  await expect(createEmulator({ dataDir })).rejects.toThrow('was written by another version of the emulator')
})
