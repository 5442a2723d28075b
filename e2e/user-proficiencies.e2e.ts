import {
  AssociateUserProficienciesCommand,
  DisassociateUserProficienciesCommand,
  ListUserProficienciesCommand,
} from '@aws-sdk/client-connect'
import type { Page } from '@playwright/test'
import { Screen } from './screen.ts'
import { expect, test, type World } from './world.ts'

/** Somebody with one proficiency. */
async function someoneSkilled(world: World, Level = 2): Promise<string> {
  const { Id } = await world.describeUser()
  const at = { InstanceId: world.instanceId, UserId: Id }
  const { UserProficiencyList: held = [] } = await world.connect.send(new ListUserProficienciesCommand(at))
  if (held.length > 0) {
    const UserProficiencies = held.map(({ AttributeName, AttributeValue }) => ({ AttributeName, AttributeValue }))
    await world.connect.send(new DisassociateUserProficienciesCommand({ ...at, UserProficiencies }))
  }
  await give(world, Id, 'Fraud', Level)
  return Id
}

async function give(world: World, UserId: string, AttributeValue: string, Level: number): Promise<void> {
  await world.connect.send(
    new AssociateUserProficienciesCommand({
      InstanceId: world.instanceId,
      UserId,
      UserProficiencies: [{ AttributeName: 'Skill', AttributeValue, Level }],
    }),
  )
}

async function heldBy(world: World, UserId: string): Promise<string[]> {
  const { UserProficiencyList = [] } = await world.connect.send(
    new ListUserProficienciesCommand({ InstanceId: world.instanceId, UserId }),
  )
  return UserProficiencyList.map((one) => `${one.AttributeName} ${one.AttributeValue} ${one.Level}`).toSorted()
}

async function pick(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(label) }).click()
  await page.getByRole('option').filter({ hasText: option }).first().click()
}

test('a supervisor adds, changes and removes proficiencies, chosen from what the instance has', async ({
  page,
  world,
}) => {
  const id = await someoneSkilled(world)
  await world.open(page, 'supervisor', `people/${id}`)
  const screen = new Screen(page)
  await expect(page.getByText('level 2')).toBeVisible()
  await screen.press('Edit proficiencies')
  await pick(page, 'Level of proficiency 1', '5')
  await screen.press('Add proficiency')
  await pick(page, 'Attribute of proficiency 2', 'Language')
  await pick(page, 'Value of proficiency 2', 'German')
  await pick(page, 'Level of proficiency 2', '4')
  const changes = screen.form('Proficiencies').getByLabel('What changes')
  await expect(changes).toContainText('Skill: Fraud')
  await expect(changes).toContainText('Level 5')
  await screen.press('Save 2 changes')
  await screen.hear(/proficiencies of .+ are saved/i)
  expect(await heldBy(world, id)).toEqual(['Skill Fraud 5', 'connect:Language German 4'])

  await screen.press('Edit proficiencies')
  await screen.press('Remove Skill Fraud')
  await screen.press('Save 1 change')
  await screen.hear(/proficiencies of .+ are saved/i)
  expect(await heldBy(world, id)).toEqual(['connect:Language German 4'])
})

test('a line that is not whole is told at its line, and nothing is sent', async ({ page, world }) => {
  const id = await someoneSkilled(world)
  await world.open(page, 'supervisor', `people/${id}?edit=proficiencies`)
  const screen = new Screen(page)
  await screen.press('Add proficiency')
  await pick(page, 'Attribute of proficiency 2', 'Skill')
  await pick(page, 'Value of proficiency 2', 'Technical')
  await screen.press(/^Save/)
  await expect(screen.form('Proficiencies').getByText('Choose a level from 1 to 5.').first()).toBeVisible()
  await expect(page.getByRole('button', { name: /Attribute of proficiency 2/ })).toBeFocused()
  await pick(page, 'Value of proficiency 2', 'Fraud')
  await pick(page, 'Level of proficiency 2', '1')
  await screen.press(/^Save/)
  await expect(screen.form('Proficiencies').getByText('This proficiency is there twice.').first()).toBeVisible()
  expect(await world.calls('UpdateUserProficiencies')).toEqual([])
})

test('a colleague’s proficiency in between is asked about by itself, and both are kept', async ({
  page,
  world,
  complaints,
}) => {
  complaints.expected.push(/409/)
  const id = await someoneSkilled(world)
  await world.open(page, 'supervisor', `people/${id}?edit=proficiencies`)
  const screen = new Screen(page)
  await pick(page, 'Level of proficiency 1', '5')
  await give(world, id, 'Technical', 3)
  await screen.press('Save 1 change')
  const panel = page.getByRole('region', { name: 'Someone else changed this in the meantime' })
  await expect(panel.getByRole('radiogroup')).toHaveCount(1)
  await expect(panel.getByRole('radiogroup', { name: 'Skill: Technical' })).toContainText('Theirs: Level 3')
  expect(await heldBy(world, id)).toEqual(['Skill Fraud 2', 'Skill Technical 3'])
  await screen.press('Continue with these choices')
  await screen.press('Save 1 change')
  await screen.hear(/proficiencies of .+ are saved/i)
  expect(await heldBy(world, id)).toEqual(['Skill Fraud 5', 'Skill Technical 3'])
})

test('attributes that cannot be read are not taken for none, and trying again helps', async ({
  page,
  world,
  complaints,
}) => {
  complaints.expected.push(/50[0-9]/)
  const id = await someoneSkilled(world)
  await world.fault({ operation: 'SearchPredefinedAttributes', error: 'InternalServiceException' })
  await world.open(page, 'supervisor', `people/${id}?edit=proficiencies`)
  const screen = new Screen(page)
  await screen.press('Add proficiency')
  await page.getByRole('button', { name: /Attribute of proficiency 2/ }).click()
  await expect(page.getByText('They could not be read.', { exact: true })).toBeVisible()
  await world.clearFaults()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('option').filter({ hasText: 'Skill' })).toBeVisible()
})
