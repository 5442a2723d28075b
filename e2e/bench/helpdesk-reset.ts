import type { UserList } from '@patchbay/contract'
import type { Browser } from '@playwright/test'
import { rounded, type Row } from '../../scripts/bench/row.ts'
import { goToPeople, openSlowPage, paintedRows, slow } from './slow-browser.ts'

/** Forty times a day: find, open, reset, ticket, done; no mouse. */
export async function measureReset(
  browser: Browser,
  patchbay: string,
  alias: string,
  username: string,
  readOperations: () => Promise<string[]>,
): Promise<Row[]> {
  await using opened = await openSlowPage(browser)
  const { page } = opened
  await goToPeople(page, patchbay, 'helpdesk', alias)
  await paintedRows(page)
  const before = (await readOperations()).length
  let pressed = 0
  const press = async (key: string) => {
    pressed += 1
    await page.keyboard.press(key)
  }
  const started = performance.now()
  await press('/')
  await page.keyboard.type(username)
  await page.getByRole('heading', { name: /1 match/ }).waitFor()
  await press('ArrowDown')
  await press('Enter')
  await page.getByRole('button', { name: 'Reset' }).waitFor()
  await page.waitForLoadState('networkidle')
  const shown = (await readOperations()).length
  await press('r')
  // The dialog puts the focus on the ticket number, so nothing has to be pressed to get there.
  await page.waitForFunction(
    () => document.activeElement?.closest('[role=dialog]') && document.activeElement.matches('input'),
  )
  await page.keyboard.type('INC-4711')
  await press('Enter')
  await page
    .getByText(/is reset: /)
    .first()
    .waitFor()
  const ms = performance.now() - started
  const all = await readOperations()
  const made = all.slice(shown)
  const count = (names: readonly string[]) =>
    [...Map.groupBy(names, (name) => name)].map(([name, { length }]) => `${name} ${length}`).join(', ')
  return [
    {
      name: 'helpdesk reset by keyboard: key presses beside user name and ticket number',
      value: pressed,
      unit: 'keys',
      goal: 'at most 5',
      ok: pressed <= 5,
      how: `/ · user name · ↓ · Enter (open) · r · ticket · Enter; ${rounded(ms, 0)} ms with typing in no time; ${slow}`,
    },
    {
      name: 'helpdesk reset: calls to Connect',
      value: made.length,
      unit: 'calls',
      goal: 'at most 3: a read for the version, one write, a read to see it done',
      ok: made.length <= 3,
      how: `${count(made)}, from r to "is reset" in the emulator's call list; finding and opening the person before: ${count(all.slice(before, shown))}`,
    },
  ]
}

/** An agent with a desk phone, whom the standard preset changes and a helpdesk may work on, and whom the user name alone finds. */
export async function findSomeone(get: (path: string) => Promise<unknown>, alias: string): Promise<string> {
  const filter = 'filter[0][property]=phoneType&filter[0][operator]=%3D&filter[0][value]=DESK_PHONE'
  const { items } = (await get(`/api/${alias}/users?${filter}&pageSize=200`)) as UserList
  for (const { username, securityProfiles } of items) {
    if (securityProfiles.some(({ name }) => name !== 'Agent')) continue
    const { total } = (await get(`/api/${alias}/users?search=${username}`)) as UserList
    if (total === 1) return username
  }
  throw new Error('Nobody of this instance has a desk phone, is an agent alone, and has a user name like nobody else.')
}

/** The operations that the emulator was asked for, in their order. */
export async function readCalls(emulator: string, instanceId: string): Promise<string[]> {
  const answer = await fetch(`${emulator}/_emulator/calls?instanceId=${instanceId}`)
  const { calls } = (await answer.json()) as { calls: { operation: string }[] }
  return calls.map(({ operation }) => operation)
}
