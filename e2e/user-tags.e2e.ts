import { Screen } from './screen.ts'
import { expect, test } from './world.ts'

test('a supervisor tags somebody; each tag that changes is counted', async ({ page, world }) => {
  const { Id, Tags = {} } = await world.describeUser()
  await world.open(page, 'supervisor', `people/${Id}`)
  const screen = new Screen(page)
  await screen.press('Edit tags')
  for (const [key, value] of [
    ['Site', 'القاهرة'],
    ['Shift', 'late'],
  ] as const) {
    await screen.press('Add tag')
    const at = (await page.getByLabel(/^Key of tag/).count()) || 1
    await page.getByLabel(`Key of tag ${at}`).fill(key)
    await page.getByLabel(`Value of tag ${at}`).fill(value)
  }
  const changes = screen.form('Tags').getByLabel('What changes')
  await expect(changes).toContainText('Tag Site')
  await expect(changes).toContainText('القاهرة')
  await screen.press('Save 2 changes')
  await screen.hear(/tags of .+ are saved/i)
  expect((await world.describeUser(Id)).Tags).toEqual({ ...Tags, Site: 'القاهرة', Shift: 'late' })

  await screen.press('Edit tags')
  await screen.press('Remove tag Shift')
  await screen.press('Save 1 change')
  await screen.hear(/tags of .+ are saved/i)
  expect((await world.describeUser(Id)).Tags).toEqual({ ...Tags, Site: 'القاهرة' })
})

test('a key of AWS and one that is there twice are told at their lines and not sent', async ({ page, world }) => {
  const { Id } = await world.describeUser()
  await world.open(page, 'supervisor', `people/${Id}?edit=tags`)
  const screen = new Screen(page)
  await screen.press('Add tag')
  const key = page.getByLabel(/^Key of tag/).last()
  await key.fill('aws:owner')
  await screen.press(/^Save/)
  await expect(screen.form('Tags')).toContainText('cannot start with aws:')
  await expect(key).toBeFocused()
  await key.fill('twice')
  await screen.press('Add tag')
  await page
    .getByLabel(/^Key of tag/)
    .last()
    .fill('twice')
  await screen.press(/^Save/)
  await expect(screen.form('Tags').getByText('This key is there twice.').first()).toBeVisible()
  expect(await world.calls('TagResource')).toEqual([])
})

test('helpdesk sees tags and proficiencies, and is told why they cannot be changed', async ({ page, world }) => {
  const { Id } = await world.describeUser()
  await world.open(page, 'helpdesk', `people/${Id}`)
  for (const what of ['tags', 'proficiencies']) {
    await expect(page.getByText(`Your role cannot change ${what}. What may I do?`)).toBeVisible()
    await expect(page.getByRole('button', { name: `Edit ${what}` })).toHaveCount(0)
  }
})
