import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  SearchUserHierarchyGroupsCommand,
  SearchUsersCommand,
  UpdateUserHierarchyStructureCommand,
} from '@aws-sdk/client-connect'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { createEmulator } from './index.ts'
import { type Books, run, step } from './testing/model-commands.ts'
import { clientOf, startWorld, type TestWorld } from './testing/test-world.ts'

/** All that the instance holds, as the books would have it. */
async function readBooks({ client, instanceId: InstanceId }: TestWorld): Promise<Books> {
  const { Users = [] } = await client.send(new SearchUsersCommand({ InstanceId, MaxResults: 500 }))
  const { UserHierarchyGroups = [] } = await client.send(
    new SearchUserHierarchyGroupsCommand({ InstanceId, MaxResults: 100 }),
  )
  return {
    users: new Map(
      Users.map((user) => [
        user.Id ?? '',
        {
          username: user.Username ?? '',
          firstName: user.IdentityInfo?.FirstName ?? '',
          groupId: user.HierarchyGroupId,
        },
      ]),
    ),
    groups: new Map(
      UserHierarchyGroups.map((group) => {
        const path = Object.values(group.HierarchyPath ?? {})
        return [group.Id ?? '', { name: group.Name ?? '', parentId: path.at(-2)?.Id, depth: path.length }]
      }),
    ),
  }
}

test('many steps at random: each answers as books kept by hand say, and the instance ends as they do', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
      const world = await startEmpty()
      const books: Books = { users: new Map(), groups: new Map() }
      for (const one of steps) {
        const { got, expected } = await run(world, books, one)
        expect([one, got]).toEqual([one, expected])
      }
      expect(await readBooks(world)).toEqual(books)
      await end(world)
    }),
    { numRuns: 25, seed: 20_261_121 },
  )
})

test('the same with the state on disk and a restart in the middle', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'connect-emulator-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const books: Books = { users: new Map(), groups: new Map() }
  const world = await startEmpty(dataDir)
  for (const steps of fc.sample(fc.array(step, { minLength: 30, maxLength: 30 }), { numRuns: 3, seed: 7 })) {
    for (const one of steps) {
      const { got, expected } = await run(world, books, one)
      expect([one, got]).toEqual([one, expected])
    }
    await end(world)
    world.emulator = await createEmulator({ dataDir })
    world.client = clientOf(world.emulator)
    expect(await readBooks(world)).toEqual(books)
  }
  await end(world)
})

/** An instance with five levels, no groups and nobody. */
async function startEmpty(dataDir?: string): Promise<TestWorld> {
  const world = await startWorld({}, dataDir === undefined ? {} : { dataDir })
  const level = (Name: string) => ({ Name })
  const HierarchyStructure = {
    LevelOne: level('1'),
    LevelTwo: level('2'),
    LevelThree: level('3'),
    LevelFour: level('4'),
    LevelFive: level('5'),
  }
  await world.client.send(new UpdateUserHierarchyStructureCommand({ InstanceId: world.instanceId, HierarchyStructure }))
  return world
}

async function end({ client, emulator }: TestWorld): Promise<void> {
  client.destroy()
  await emulator.close()
}
