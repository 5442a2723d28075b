import { measureBundles } from '../bundle-budget.ts'
import { buildWeb } from '../web-build.ts'
import type { Row } from './row.ts'

/** Bytes that the browser loads for the first screen, and for each further route. */
export async function measure(): Promise<Row[]> {
  await buildWeb()
  const rows = await measureBundles()
  return rows.map(({ name, kB, budget }) => ({
    name,
    value: kB,
    unit: 'kB',
    goal: `at most ${budget}`,
    ok: kB <= budget,
    how: 'brotli at quality 11 of the files that the build manifest says this page loads; kB are 1,000 bytes',
  }))
}
