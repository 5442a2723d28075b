import { CreateSecurityProfileCommand, UpdateSecurityProfileCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { openDoor, type OpenDoor } from '../testing/open-door.ts'
import { NAMES_KEEP_MS } from './directory.ts'

/** A world whose clock the test moves, and two of its profiles. */
async function openWithProfiles() {
  let time = Date.UTC(2026, 10, 21)
  const world = await openDoor({ now: () => new Date(time) })
  const { directory } = world.instance
  const { profiles } = await directory.readSecurityProfiles({ scope: 'all' })
  const [one = '', two = ''] = profiles.map(({ id }) => id)
  return { ...world, directory, one, two, pass: (milliseconds: number) => void (time += milliseconds) }
}

async function permitElsewhere({ otherTool, instanceId }: OpenDoor, id: string, permissions: string[]) {
  await otherTool.send(
    new UpdateSecurityProfileCommand({ InstanceId: instanceId, SecurityProfileId: id, Permissions: permissions }),
  )
}

const READ = 'ListSecurityProfilePermissions'

test('permissions of profiles are read once, and again only of the one that was modified', async () => {
  await using world = await openWithProfiles()
  const { directory, one, two } = world
  await permitElsewhere(world, one, ['Users.View', 'BasicAgentAccess'])
  await directory.readSecurityProfiles({ scope: 'all', fresh: true })
  const first = await directory.findProfilePermissions([one, two, one], {})
  expect(first.get(one)).toEqual(['BasicAgentAccess', 'Users.View'])
  expect(first.get(two)?.length).toBeGreaterThan(0)
  expect(await directory.findProfilePermissions([two, one], {})).toEqual(first)
  expect(world.calls(READ)).toHaveLength(2)

  await permitElsewhere(world, one, ['Users.Edit'])
  world.pass(NAMES_KEEP_MS)
  await directory.readSecurityProfiles({ scope: 'all', fresh: true })
  const second = await directory.findProfilePermissions([one, two], {})
  expect([second.get(one), second.get(two)]).toEqual([['Users.Edit'], first.get(two)])
  expect(world.calls(READ)).toHaveLength(3)
})

test('permissions of a profile that is newer than the list are read, those of none are left out', async () => {
  await using world = await openWithProfiles()
  const { SecurityProfileId: created = '' } = await world.otherTool.send(
    new CreateSecurityProfileCommand({
      InstanceId: world.instanceId,
      SecurityProfileName: 'Brand new',
      Permissions: ['Users.View'],
    }),
  )
  const found = await world.directory.findProfilePermissions([created, 'nothing'], {})
  expect([...found]).toEqual([[created, ['Users.View']]])
})

test('permissions that cannot be read are an error, never none', async () => {
  await using world = await openWithProfiles()
  world.emulator.setFault({ operation: READ, error: 'AccessDeniedException' })
  await expect(world.directory.findProfilePermissions([world.one], {})).rejects.toMatchObject({
    code: 'connect.access_denied',
  })
})
