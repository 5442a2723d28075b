import { Screen } from './screen.ts'
import { expect, signIn, test } from './world.ts'

test('the tree of 180 groups opens branch by branch, by mouse and by key', async ({ page }) => {
  await signIn(page, 'auditor', '/meridian/hierarchy')
  await new Screen(page).see('Agent hierarchy')
  const tree = page.getByRole('tree')
  for (const level of ['Region', 'Country', 'Site', 'Department', 'Team'])
    await expect(page.getByText(level, { exact: true }).first()).toBeVisible()

  const top = tree.getByRole('treeitem').and(page.locator('[aria-level="1"]')).first()
  await expect(top).toHaveAccessibleName(/\d+ people, \d+ with below/)
  await top.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(top).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('ArrowRight')
  await expect(top).toHaveAttribute('aria-expanded', 'true')

  await page.getByRole('button', { name: 'Expand all' }).click()
  await expect(tree.getByRole('treeitem')).toHaveCount(180)
  await page.getByRole('button', { name: 'Collapse all' }).click()
  await expect(tree.getByRole('treeitem').and(page.locator('[aria-level="2"]'))).toHaveCount(0)
})

test('a found group is selected, its path is opened, and the link shows the same to somebody else', async ({
  page,
  world,
}) => {
  await world.open(page, 'auditor', 'hierarchy')
  await page.getByRole('button', { name: 'Expand all' }).click()
  const deepest = page.getByRole('treeitem').last()
  const name = (await deepest.getAttribute('aria-label'))?.split(',')[0] ?? ''
  await deepest.click()
  await expect(page.getByRole('treeitem', { selected: true })).toHaveAccessibleName(new RegExp(name))
  const address = page.url()

  const other = await page.context().newPage()
  await other.goto(address)
  await expect(other.getByRole('treeitem', { selected: true })).toHaveAccessibleName(new RegExp(name))
})

test('the people of a group are one click away', async ({ page, world }) => {
  await world.open(page, 'administrator', 'hierarchy')
  await page.getByRole('treeitem').first().click()
  await page
    .getByRole('link', { name: /people/ })
    .last()
    .click()
  await new Screen(page).see('People')
  await expect(page).toHaveURL(/hierarchyGroup/)
})
