import { UpdateUserPhoneConfigCommand } from '@aws-sdk/client-connect'
import { Screen } from './screen.ts'
import { expect, test } from './world.ts'

test('a phone number or an ARN pasted from a ticket finds its person', async ({ page, world }) => {
  const { Id, Arn, Username } = await world.describeUser()
  await world.connect.send(
    new UpdateUserPhoneConfigCommand({
      InstanceId: world.instanceId,
      UserId: Id,
      PhoneConfig: { PhoneType: 'DESK_PHONE', DeskPhoneNumber: '+4930901820' },
    }),
  )
  await world.open(page, 'helpdesk')
  const screen = new Screen(page)
  const search = page.getByRole('searchbox', { name: 'Find people' })
  for (const pasted of ['0049 (30) 90-18-20', Arn ?? '']) {
    await search.fill(pasted)
    await expect(page.getByRole('heading', { name: '1 match' })).toBeVisible()
    await expect(screen.rows().first()).toContainText(Username)
    await expect(search).toHaveValue(pasted)
    await search.fill('')
    await expect(page.getByRole('heading', { name: '40 people' })).toBeVisible()
  }
})

test('a filter is saved under a name, found again later, and deleted', async ({ page, world }) => {
  const { Username } = await world.describeUser()
  await world.open(page, 'helpdesk', `people?search=${Username}&sort=username`)
  const screen = new Screen(page)
  await screen.press('Saved filters')
  await page.getByRole('menuitem', { name: 'Save this filter' }).click()
  const dialog = page.getByRole('dialog', { name: 'Saved filters' })
  await dialog.getByRole('button', { name: 'Save this filter' }).click()
  await expect(dialog).toContainText('Give the filter a name.')
  await dialog.getByRole('textbox', { name: 'Name' }).fill('My one')
  await page.keyboard.press('Enter')
  await screen.hear('The filter “My one” is saved in this browser.')

  await world.open(page, 'helpdesk')
  await expect(page.getByRole('heading', { name: '40 people' })).toBeVisible()
  await screen.press('Saved filters')
  await page.getByRole('menuitem', { name: 'My one' }).click()
  await expect(page).toHaveURL(new RegExp(`search=${Username}.*sort=username`))
  await expect(page.getByRole('heading', { name: /match/ })).toBeVisible()

  await screen.press('Saved filters')
  await page.getByRole('menuitem', { name: /delete others/ }).click()
  await dialog.getByRole('button', { name: 'Delete the filter My one' }).click()
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await screen.press('Saved filters')
  await expect(page.getByRole('menuitem', { name: 'My one' })).toHaveCount(0)
})

test('the list is asked for once, beside the frame, in the size that one has chosen', async ({ page, world }) => {
  await world.open(page, 'helpdesk')
  const screen = new Screen(page)
  await expect(screen.rows()).toHaveCount(40)
  await screen.press('How the table looks')
  const dialog = page.getByRole('dialog', { name: 'How the table looks' })
  await dialog.getByRole('radio', { name: '25 people' }).check()
  await dialog.getByRole('button', { name: 'Apply' }).click()
  await expect(screen.rows()).toHaveCount(25)

  const sizes: (string | null)[] = []
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url())
    if (pathname.endsWith('/users')) sizes.push(searchParams.get('pageSize'))
  })
  await page.reload()
  await expect(screen.rows()).toHaveCount(25)
  expect(sizes).toEqual(['25'])
})

test('the first of many are there before all are counted, and a count that fails is told', async ({
  page,
  world,
  complaints,
}) => {
  complaints.expected.push(/500/)
  const isCount = ({ pathname, searchParams }: URL) =>
    pathname.endsWith('/users') && searchParams.get('pageSize') === '1'
  await page.route(isCount, (route) => route.fulfill({ status: 500, json: {} }))
  await world.open(page, 'helpdesk', 'people?pageSize=25')
  const screen = new Screen(page)
  // Every user name has a dot.
  await page.getByRole('searchbox', { name: 'Find people' }).fill('.')
  await expect(page.getByRole('heading', { name: 'More than 25 matches' })).toBeVisible()
  await expect(screen.rows()).toHaveCount(25)
  await expect(page.getByText('The number of people cannot be shown')).toBeVisible()
  await expect(page.getByRole('grid', { name: 'People' })).toHaveAttribute('aria-rowcount', '-1')
  await page.unroute(isCount)
  await screen.press('Try again')
  await expect(page.getByRole('heading', { name: '40 matches' })).toBeVisible()
  await expect(page.getByText('The number of people cannot be shown')).toHaveCount(0)
  await expect(page.getByRole('grid', { name: 'People' })).toHaveAttribute('aria-rowcount', '41')
  await screen.press('Page 2 of 2')
  await expect(screen.rows()).toHaveCount(15)
  await expect(page.getByRole('heading', { name: '40 matches' })).toBeVisible()
  // Whom only a list behind the count has.
  await screen.rows().first().getByRole('link').click()
  await expect(page.getByRole('button', { name: 'Reset' })).toBeVisible({ timeout: 10_000 })
})

for (const width of [1440, 1280, 1024]) {
  test(`the table fits a window of ${width} pixels`, async ({ page, world }) => {
    await page.setViewportSize({ width, height: 800 })
    await world.open(page, 'helpdesk')
    const rows = page.getByRole('grid').getByRole('rowgroup').last()
    await expect(new Screen(page).rows().first()).toBeVisible()
    const sideways = await rows.evaluate((body) => body.scrollWidth - body.clientWidth)
    expect(sideways).toBeLessThanOrEqual(0)
  })
}
