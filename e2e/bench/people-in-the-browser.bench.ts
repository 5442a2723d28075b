import { randomUUID } from 'node:crypto'
import type { Browser, Page } from '@playwright/test'
import { percentile, rounded, type Row } from '../../scripts/bench/row.ts'
import { signIn, withPatchbay } from '../../scripts/bench/running-patchbay.ts'
import { buildWeb } from '../../scripts/web-build.ts'
import { findSomeone, measureReset, readCalls } from './helpdesk-reset.ts'
import { goToPeople, launchBrowser, openSlowPage, paintedRows, slow, SLOWDOWN } from './slow-browser.ts'

const FEW = 1_200
const MANY = 50_000
const VISITS = 5
const PEOPLE = 9
/** Some 60 letters change the rows: of half as many, the 95th percentile was 133 ms in one run and 154 in the next. */
const WORDS = [
  'maria ander kowal santos yilma garcia schmi petro chen nguyen dubois novak haddad suzuki',
  'muller smith johnson oliver emma lucas sofia hannah peter thomas',
].flatMap((words) => words.split(' '))
/** Nothing is left to do from the word before when somebody begins another. */
const BETWEEN_WORDS_MS = 1_000
/** What waits for the rows is in the page before the key is: the page takes part of a letter's time for it. */
const BEFORE_LETTER_MS = 60
const WORLD = { seed: 1, hierarchyGroups: 180, securityProfiles: 24, routingProfiles: 14 }
/** Everybody is read anew meanwhile, as in any installation: without a pace that takes both processors whole. */
const asDelivered = { CONNECT_PACE: 'aws' }

/** The people list, a person's page and the helpdesk's reset, as somebody at the screen has them. */
export async function measure(): Promise<Row[]> {
  await buildWeb()
  const browser = await launchBrowser()
  try {
    return await withPatchbay(async ({ patchbay, emulator, createInstance }) => {
      const get = await signIn(patchbay, 'auditor')
      const open = async (users: number) => {
        const made = await createInstance({ alias: `people-${randomUUID().slice(0, 8)}`, users, ...WORLD })
        await get(`/api/${made.alias}/users`)
        return made
      }
      const few = await open(FEW)
      const many = await open(MANY)
      const calls = async () => await readCalls(emulator, few.instanceId)
      return [
        ...(await measureFirstVisit(browser, patchbay, few.alias, many.alias)),
        ...(await measureFilter(browser, patchbay, many.alias)),
        ...(await measurePerson(browser, patchbay, many.alias)),
        ...(await measureReset(browser, patchbay, few.alias, await findSomeone(get, few.alias), calls)),
      ]
    }, asDelivered)
  } finally {
    await browser.close()
  }
}

/** From the click on "sign in" through the identity provider to rows that can be used. */
async function measureFirstVisit(browser: Browser, patchbay: string, few: string, many: string): Promise<Row[]> {
  const visit = async (alias: string, slowdown: number) => {
    await using opened = await openSlowPage(browser, slowdown)
    const started = performance.timeOrigin + performance.now()
    await goToPeople(opened.page, patchbay, 'auditor', alias)
    const ms = (await paintedRows(opened.page)) - started
    await opened.page.waitForLoadState('networkidle')
    return { ms, ...opened.transferred() }
  }
  const visits = { few: [] as Visit[], many: [] as Visit[], quick: [] as Visit[] }
  for (let round = 0; round < VISITS; round += 1) {
    visits.few.push(await visit(few, SLOWDOWN))
    visits.many.push(await visit(many, SLOWDOWN))
    visits.quick.push(await visit(few, 1))
  }
  const median = (all: readonly Visit[], of: keyof Visit) =>
    percentile(
      all.map((one) => one[of]),
      0.5,
    )
  const ms = median(visits.few, 'ms')
  const ratio = median(visits.many, 'ms') / ms
  const how = `${VISITS} first visits in turn, median; ${slow}`
  const size = (name: string, of: 'script' | 'style', budget: number): Row => {
    const kB = median(visits.few, of) / 1_000
    return {
      name: `people, ${FEW}: ${name} transferred from sign-in until the network is quiet`,
      value: rounded(kB, 1),
      unit: 'kB',
      goal: `at most ${budget}`,
      ok: kB <= budget,
      how: `encodedDataLength with headers, brotli; ${how}`,
    }
  }
  return [
    size('JS', 'script', 320),
    size('CSS', 'style', 70),
    {
      name: `people, ${FEW}: sign-in to first rows on screen, median`,
      value: rounded(ms, 0),
      unit: 'ms',
      goal: 'none of its own: the next row compares',
      ok: true,
      how: `from the request to sign in, through the identity provider; ${rounded(median(visits.quick, 'ms'), 0)} ms without the slowdown; ${how}`,
    },
    {
      name: `people: the same with ${MANY} / with ${FEW}`,
      value: rounded(ratio),
      unit: 'ratio',
      goal: 'at most 1.2',
      ok: ratio <= 1.2,
      how: `${rounded(median(visits.many, 'ms'), 0)} ms against ${rounded(ms, 0)} ms; ${how}`,
    },
  ]
}

interface Visit {
  readonly ms: number
  readonly script: number
  readonly style: number
}

/** Each letter of each word, one after the other, each awaited. */
async function measureFilter(browser: Browser, patchbay: string, alias: string): Promise<Row[]> {
  await using opened = await openSlowPage(browser)
  const { page } = opened
  await goToPeople(page, patchbay, 'auditor', alias)
  await paintedRows(page)
  const times: number[] = []
  for (const [round, word] of WORDS.entries()) {
    await page.getByRole('searchbox', { name: 'Find people' }).fill('')
    await page.waitForFunction(() => !new URLSearchParams(location.search).has('search'))
    await page.waitForTimeout(BETWEEN_WORDS_MS)
    for (const letter of word) {
      await page.evaluate(() => {
        // Of what is in sight: rows below the window may still be filled for the letter before.
        const text = () =>
          Array.from(document.querySelectorAll('tbody tr:nth-child(-n + 8)'), (row) => row.textContent).join()
        const rows = text()
        window.watched = window.watch(() => text() !== rows)
      })
      const settling = settled(page)
      await page.waitForTimeout(BEFORE_LETTER_MS)
      await page.keyboard.press(letter)
      const ms = await settling
      // The first word warms up what is compiled when first used.
      if (round > 0 && ms !== undefined) times.push(ms)
    }
  }
  const p95 = percentile(times, 0.95)
  return [
    {
      name: `people, ${MANY}: keystroke in the search to the frame with other rows, 95th percentile`,
      value: rounded(p95, 0),
      unit: 'ms',
      goal: 'at most 150',
      ok: p95 <= 150,
      how: `${times.length} keystrokes that changed the rows, from the event's time stamp, with whatever pause the page makes before it asks; median ${rounded(percentile(times, 0.5), 0)} ms; ${slow}`,
    },
  ]
}

/** To be asked before the key. Undefined where the same rows are the answer, for which no frame comes. */
async function settled(page: Page): Promise<number | undefined> {
  return await page.evaluate(() =>
    Promise.race([
      window.watched.sinceInput,
      new Promise<undefined>((resolve) => void setTimeout(() => resolve(undefined), 3_000)),
    ]),
  )
}

/** By a click on the name in the list. */
async function measurePerson(browser: Browser, patchbay: string, alias: string): Promise<Row[]> {
  await using opened = await openSlowPage(browser)
  const { page } = opened
  await goToPeople(page, patchbay, 'auditor', alias)
  await paintedRows(page)
  const first: number[] = []
  const whole: number[] = []
  for (let at = 0; at < PEOPLE + 1; at += 1) {
    const link = page.locator('tbody tr').nth(at).getByRole('link').first()
    const name = await link.textContent()
    const watching = page.evaluate(async (title) => {
      const isNamed = () => document.querySelector('h1')?.textContent?.includes(title ?? '') === true
      const begun = window.watch(isNamed)
      // Until Amazon Connect has answered, values that the directory does not know are still being waited for.
      const isWhole = () => document.querySelector('dd') !== null && document.querySelector('dd output') === null
      const done = window.watch(() => isNamed() && isWhole())
      return [await begun.sinceInput, await done.sinceInput] as const
    }, name)
    await link.click()
    const [begun, done] = await watching
    // The first loads the page's own script.
    if (at > 0) {
      first.push(begun)
      whole.push(done)
    }
    await page.waitForLoadState('networkidle')
    await page.goBack()
    await paintedRows(page)
    await page.waitForLoadState('networkidle')
  }
  const row = (name: string, samples: readonly number[]): Row => {
    const ms = percentile(samples, 0.5)
    return {
      name: `a person out of ${MANY}: click to ${name}, median`,
      value: rounded(ms, 0),
      unit: 'ms',
      goal: 'at most 300',
      ok: ms <= 300,
      how: `${PEOPLE} people who were not read before, the directory warm; 95th percentile ${rounded(percentile(samples, 0.95), 0)} ms; ${slow}`,
    }
  }
  return [row('what the directory knows on screen', first), row('everything that Connect tells on screen', whole)]
}
