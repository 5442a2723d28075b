import { UpdateUserIdentityInfoCommand } from '@aws-sdk/client-connect'
import { expectFit } from './expect-fit.ts'
import { Screen } from './screen.ts'
import { expect, test } from './world.ts'

/** Long enough to look at what is shown meanwhile on a busy machine, and shorter than the server's deadline; let go by clearing the faults. */
const HELD_MS = 9_000

test('a slow Amazon Connect is waited for in words: the person stands there at once, the rest as it comes', async ({
  page,
  world,
}) => {
  const { Id, Username, IdentityInfo } = await world.describeUser()
  await world.open(page, 'supervisor')
  await expect(new Screen(page).rows().first()).toBeVisible()
  await world.fault({ operation: 'DescribeUser', delayMs: HELD_MS })

  // By a link from a ticket, with no list read in this window.
  await page.goto(`/${world.alias}/people/${Id}`)
  await new Screen(page).see(new RegExp(IdentityInfo?.LastName ?? Username))
  await expect(new Screen(page).value('Phone type')).toBeVisible()
  await expect(page.getByText('Waiting for Amazon Connect').first()).toBeVisible()
  await world.clearFaults()
  await expect(page.getByRole('button', { name: 'Edit phone' })).toBeVisible()
  await expect(page.getByText('Waiting for Amazon Connect')).toHaveCount(0)
})

test('the very first reading of everybody says that it waits', async ({ page, world }) => {
  await world.fault({ operation: 'SearchUsers', delayMs: HELD_MS })
  await world.open(page, 'auditor')
  await expect(page.getByText('Waiting for Amazon Connect').first()).toBeVisible()
  await world.clearFaults()
  await expect(new Screen(page).rows().first()).toBeVisible()
  await expect(page.getByText('Waiting for Amazon Connect')).toHaveCount(0)
})

test.describe('of many people', () => {
  test.use({ size: { users: 1_700, hierarchyGroups: 20, securityProfiles: 8, routingProfiles: 3 } })

  test('the very first reading says how far it is', async ({ page, world }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await world.fault({ operation: 'SearchUsers', delayMs: HELD_MS })
    await world.fault({ operation: 'SearchUsers', delayMs: 100, count: 2 })
    await world.open(page, 'auditor')
    const progress = page.getByRole('progressbar', { name: 'Reading people from Amazon Connect' })
    await expect(progress).toBeVisible()
    await expect(page.getByText(/^1,000 of about 1,700, (about \d+ s|a moment) to go$/)).toBeVisible()
    await expectFit(page)
    await world.clearFaults()
    await expect(new Screen(page).rows().first()).toBeVisible()
    await expect(progress).toHaveCount(0)
  })
})

test('the refresh button brings what another tool has just changed', async ({ page, world }) => {
  const { Id, IdentityInfo } = await world.describeUser()
  const screen = new Screen(page)
  await world.open(page, 'supervisor', `people/${Id}`)
  await expect(page.getByRole('button', { name: 'Edit identity' })).toBeVisible()
  await rename('Changed-at-once')
  await screen.press('Refresh')
  await screen.see(/Changed-at-once/)

  await page.goto(`/${world.alias}/people?search=Changed-in-the-list`)
  await expect(page.getByText('Nobody matches')).toBeVisible()
  await rename('Changed-in-the-list')
  await screen.press('Refresh')
  await expect(screen.rows()).toHaveCount(1)

  async function rename(LastName: string): Promise<void> {
    const command = { InstanceId: world.instanceId, UserId: Id, IdentityInfo: { ...IdentityInfo, LastName } }
    await world.connect.send(new UpdateUserIdentityInfoCommand(command))
  }
})
