import {
  AssociateWorkspaceCommand,
  CreateWorkspaceCommand,
  DismissUserContactCommand,
  ListWorkspacesCommand,
  SearchWorkspaceAssociationsCommand,
} from '@aws-sdk/client-connect'
import { expectFit } from './expect-fit.ts'
import { giveContact } from './give-contact.ts'
import { pressEnabled } from './press-enabled.ts'
import { putStatus } from './put-status.ts'
import { Screen } from './screen.ts'
import { expect, test } from './world.ts'

test.use({ size: { users: 40, hierarchyGroups: 20, securityProfiles: 8, routingProfiles: 3, workspaces: 3 } })

test('a supervisor sees what somebody does, and it moves by itself', async ({ page, world }) => {
  const { Id } = await world.describeUser()
  await putStatus(world, Id, 'Break')
  await page.clock.install()
  await world.open(page, 'supervisor', `people/${Id}`)
  const screen = new Screen(page)
  await expect(screen.value('Status')).toHaveText('Break')
  await putStatus(world, Id, 'Lunch')
  await expect(async () => {
    await page.clock.fastForward(10_000)
    await expect(screen.value('Status')).toHaveText('Lunch', { timeout: 500 })
  }).toPass()
})

test('a supervisor sets what somebody does, by keyboard; somebody who moved on meanwhile is not overruled unasked', async ({
  page,
  world,
  complaints,
}) => {
  complaints.expected.push(/409/)
  const { Id } = await world.describeUser()
  await putStatus(world, Id, 'Break')
  await world.open(page, 'supervisor', `people/${Id}`)
  const screen = new Screen(page)
  await expect(screen.value('Status')).toHaveText('Break')
  await pressEnabled(page.getByRole('button', { name: 'Edit live status' }))
  const form = screen.form('Live status')
  await expect(form.getByRole('button', { name: /Status/ })).toBeFocused()
  await screen.pickByKeyboard('Training')
  await expect(form).toContainText('after: Training')
  await putStatus(world, Id, 'Lunch')
  await form.getByRole('button', { name: 'Save 1 change' }).press('Enter')
  const conflict = page.getByRole('region', { name: 'Someone else changed this in the meantime' })
  await expect(conflict.getByRole('radio', { name: 'Theirs: Lunch' })).toBeVisible()
  await conflict.getByRole('radio', { name: 'Mine: Training' }).check()
  await conflict.getByRole('button', { name: 'Continue with these choices' }).press('Enter')
  await form.getByRole('button', { name: 'Save 1 change' }).press('Enter')
  await screen.hear(/^Status of .* is set/)
  await expect(screen.value('Status')).toHaveText('Training')
})

test('a supervisor dismisses a contact that holds somebody up, by keyboard, and the trail says which', async ({
  page,
  world,
}) => {
  const { Id } = await world.describeUser()
  await putStatus(world, Id, 'Available')
  await giveContact(world, Id, 'CONNECTED')
  await giveContact(world, Id, 'MISSED')
  await world.open(page, 'supervisor', `people/${Id}`)
  const screen = new Screen(page)
  await expect(screen.value('Contacts')).toContainText('Voice, connected')
  const dismiss = page.getByRole('button', { name: /^Dismiss/ })
  await expect(dismiss).toHaveCount(1)
  await expectFit(page)
  await dismiss.press('Enter')
  const dialog = page.getByRole('dialog', { name: /^Dismiss the contact of/ })
  await expect(dialog).toContainText('Voice, missed')
  await expect(dialog.getByRole('textbox', { name: /^Reason/ })).toBeFocused()
  await expectFit(page)
  await page.keyboard.type('INC-204')
  await page.keyboard.press('Enter')
  await screen.hear(/^The contact of .* is dismissed/)
  await expect(dialog).toHaveCount(0)
  await expect(screen.value('Contacts')).not.toContainText('missed')
  await expect(screen.value('Contacts')).toContainText('connected')
  await page.getByRole('link', { name: 'View change' }).click()
  await screen.see(/^Contact dismissed/)
  await expect(page.getByText('INC-204')).toBeVisible()
  await expect(page.getByRole('gridcell', { name: 'Missed' })).toBeVisible()
})

test('a contact that Amazon Connect does not dismiss stays, with what was typed; one that is gone needs nothing', async ({
  page,
  world,
  complaints,
}) => {
  complaints.expected.push(/422/)
  const { Id } = await world.describeUser()
  await putStatus(world, Id, 'Available')
  const ContactId = await giveContact(world, Id, 'ENDED')
  await world.open(page, 'administrator', `people/${Id}`)
  const screen = new Screen(page)
  await page.getByRole('button', { name: /^Dismiss/ }).click()
  const dialog = page.getByRole('dialog', { name: /^Dismiss the contact of/ })
  await dialog.getByRole('textbox', { name: /^Reason/ }).fill('INC-205')
  await world.fault({ operation: 'DismissUserContact', error: 'InvalidRequestException' })
  await dialog.getByRole('button', { name: 'Dismiss contact' }).click()
  await expect(dialog.getByText('Not dismissed', { exact: true })).toBeVisible()
  await expect(dialog.getByRole('textbox', { name: /^Reason/ })).toHaveValue('INC-205')
  await world.clearFaults()
  await world.connect.send(new DismissUserContactCommand({ InstanceId: world.instanceId, UserId: Id, ContactId }))
  await dialog.getByRole('button', { name: 'Dismiss contact' }).click()
  await screen.hear(/was gone already/)
  await expect(screen.value('Contacts')).toHaveText('None')
})

test('what Amazon Connect refuses to tell is said so, and the rest of the page is there', async ({
  page,
  world,
  complaints,
}) => {
  complaints.expected.push(/502/)
  const { Id, Username } = await world.describeUser()
  await world.fault({ operation: 'GetCurrentUserData', error: 'AccessDeniedException' })
  await world.open(page, 'supervisor', `people/${Id}`)
  await expect(page.getByRole('alert').filter({ hasText: 'GetCurrentUserData' })).toBeVisible()
  await expect(page.getByText(`User name ${Username}`)).toBeVisible()
})

test('helpdesk does not watch people at work, and nobody asks for it', async ({ page, world }) => {
  const { Id } = await world.describeUser()
  await world.open(page, 'helpdesk', `people/${Id}`)
  await expect(page.getByRole('heading', { name: 'Workspaces' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Live status' })).toHaveCount(0)
  expect(await world.calls('GetCurrentUserData')).toEqual([])
})

test('workspaces stand there by name, with the way by which somebody gets them', async ({ page, world }) => {
  const { Id, Arn } = await world.describeUser()
  const InstanceId = world.instanceId
  const { WorkspaceSummaryList: workspaces = [] } = await world.connect.send(new ListWorkspacesCommand({ InstanceId }))
  const other = workspaces.find(({ Name }) => Name === 'Supervisors')
  await world.connect.send(
    new AssociateWorkspaceCommand({ InstanceId, WorkspaceId: other?.Id, ResourceArns: [Arn ?? ''] }),
  )
  await world.open(page, 'helpdesk', `people/${Id}`)
  await expect(page.getByText('Front office visible to everyone')).toBeVisible()
  await expect(page.getByText('Supervisors assigned to the person')).toBeVisible()
})

test('a supervisor gives somebody a workspace by keyboard; what another tool gave meanwhile is not lost', async ({
  page,
  world,
  complaints,
}) => {
  complaints.expected.push(/409/)
  const InstanceId = world.instanceId
  const { Id, Arn = '' } = await world.describeUser()
  const give = (WorkspaceId: string | undefined) =>
    world.connect.send(new AssociateWorkspaceCommand({ InstanceId, WorkspaceId, ResourceArns: [Arn] }))
  const [night, training] = await Promise.all(
    ['Night shift', 'Training room'].map(
      async (Name) => (await world.connect.send(new CreateWorkspaceCommand({ InstanceId, Name }))).WorkspaceId,
    ),
  )
  await world.open(page, 'supervisor', `people/${Id}`)
  const screen = new Screen(page)
  await pressEnabled(page.getByRole('button', { name: 'Edit workspaces' }))
  const form = screen.form('Workspaces')
  await expect(form.getByRole('button', { name: /Workspaces/ })).toBeFocused()
  await expectFit(page)
  await screen.pickByKeyboard('Training room')
  await page.keyboard.press('Escape')
  await expect(form).toContainText(/Training room.*after: Assigned/)
  await give(night)
  await form.getByRole('button', { name: 'Save 1 change' }).press('Enter')
  const conflict = page.getByRole('region', { name: 'Someone else changed this in the meantime' })
  await expect(conflict).toContainText('Night shift')
  await expect(conflict.getByRole('radio', { name: 'Theirs: Assigned' })).toBeChecked()
  await conflict.getByRole('button', { name: 'Continue with these choices' }).press('Enter')
  await form.getByRole('button', { name: 'Save 1 change' }).press('Enter')
  await screen.hear(/^Workspaces of .* are saved/)
  await expect(page.getByText('Training room assigned to the person')).toBeVisible()
  await expect(page.getByText('Night shift assigned to the person')).toBeVisible()
  const criteria = { StringCondition: { FieldName: 'resourceId', Value: Id, ComparisonType: 'EXACT' } } as const
  const { WorkspaceAssociations: associations = [] } = await world.connect.send(
    new SearchWorkspaceAssociationsCommand({ InstanceId, SearchCriteria: criteria }),
  )
  expect(new Set(associations.map(({ WorkspaceId }) => WorkspaceId))).toEqual(new Set([night, training]))
})
