import type { DataVersion } from './node-sqlite.ts'

/**
 * A question to the store that nearly every request asks. Its answer is kept, and given only as long as nothing at all was written since:
 * what is taken away counts from the next request on. Where nothing tells whether something was written (PostgreSQL), each is asked.
 */
export type KeepAnswers = <Row>(
  ask: (key: string) => Promise<readonly Row[]>,
) => (key: string) => Promise<readonly Row[]>

/** Of one question: everybody at work. */
const MOST_KEPT = 1_000

export const keepNoAnswers: KeepAnswers = (ask) => ask

export function createKeepAnswers(version: DataVersion): KeepAnswers {
  return <Row>(ask: (key: string) => Promise<readonly Row[]>) => {
    const kept = new Map<string, readonly Row[]>()
    let keptAt = Number.NaN
    return async (key) => {
      // Read before the answer is: what is written between the two moves it once more.
      const askedAt = version.read()
      if (askedAt !== keptAt) {
        kept.clear()
        keptAt = askedAt
      }
      const known = kept.get(key)
      if (known) return known
      const rows = await ask(key)
      if (kept.size >= MOST_KEPT) kept.clear()
      // Whoever asks for what is not there, with a name that nobody gave, fills nothing.
      if (askedAt === keptAt && rows.length > 0) kept.set(key, rows)
      return rows
    }
  }
}
