import type { Kysely } from 'kysely'
import type { Tables } from '../../store/tables.ts'
import { compareText } from './collation.ts'
import { findLeftKeys, lockSortKeys, noteKeys } from './left-sort-keys.ts'

/** What the bounds of SQL parameters and the event loop both take well. */
const CHUNK = 500

/** `count` keys between two, evenly spread, as hexadecimal digits behind the point: '' is the very beginning, undefined the end. */
export function keysBetween(low: string, high: string | undefined, count: number): string[] {
  for (let width = Math.max(low.length, high?.length ?? 0, 1); ; width += 1) {
    const digits = (key: string) => BigInt(`0x${key.padEnd(width, '0')}`)
    const from = digits(low)
    const to = high === undefined ? 1n << BigInt(4 * width) : digits(high)
    const step = (to - from) / BigInt(count + 1)
    if (step === 0n) continue
    return Array.from({ length: count }, (_unused, at) =>
      (from + step * BigInt(at + 1)).toString(16).padStart(width, '0').replace(/0+$/, ''),
    )
  }
}

/**
 * A key for each text, so that keys compare byte by byte as `compareText` compares the texts: neither database knows that
 * order, and no function of one text alone could give it. A text keeps its key as long as anybody has it; a new one gets one
 * between its neighbours. The keys stay for an hour at least, for rows to be written with them. Not to be called inside a
 * transaction.
 */
export async function sortKeysOf(
  database: Kysely<Tables>,
  texts: Iterable<string>,
  now: Date,
): Promise<Map<string, string>> {
  const wanted = [...new Set(texts)]
  // Before the keys: one that was not left by then stays long enough, if it is still there.
  const left = await findLeftKeys(database)
  const keys = await findSortKeys(database, wanted)
  const missing = wanted.filter((text) => !keys.has(text) || left.has(keys.get(text) ?? ''))
  if (missing.length > 0) for (const [text, key] of await giveKeys(database, missing, now)) keys.set(text, key)
  return keys
}

/** The keys of those texts that have one. */
export async function findSortKeys(database: Kysely<Tables>, texts: readonly string[]): Promise<Map<string, string>> {
  const keys = new Map<string, string>()
  // What has no place of its own (nothing, or nothing visible) is before everything.
  for (const text of texts) if (compareText(text, '') === 0) keys.set(text, '')
  const asked = texts.filter((text) => !keys.has(text))
  for (let at = 0; at < asked.length; at += CHUNK) {
    const rows = await database
      .selectFrom('directory_sort_keys')
      .selectAll()
      .where('text', 'in', asked.slice(at, at + CHUNK))
      .execute()
    for (const { text, sort_key } of rows) keys.set(text, sort_key)
  }
  return keys
}

async function giveKeys(database: Kysely<Tables>, texts: readonly string[], now: Date): Promise<Map<string, string>> {
  const sorted = texts.toSorted(compareText)
  return await database.transaction().execute(async (transaction) => {
    await lockSortKeys(transaction)
    const keys = await findSortKeys(transaction, sorted)
    await noteKeys(transaction, new Set([...keys.values()].filter((key) => key !== '')), now)
    const unknown = sorted.filter((text) => !keys.has(text))
    const made = await place(transaction, groupEqual(unknown))
    for (let at = 0; at < made.length; at += CHUNK) {
      const rows = made.slice(at, at + CHUNK)
      await transaction.insertInto('directory_sort_keys').values(rows).execute()
    }
    for (const { text, sort_key } of made) keys.set(text, sort_key)
    return keys
  })
}

/** Texts that the collation takes for the same, together. */
function groupEqual(sorted: readonly string[]): string[][] {
  const groups: string[][] = []
  for (const text of sorted) {
    const last = groups.at(-1)
    if (last?.[0] !== undefined && compareText(last[0], text) === 0) last.push(text)
    else groups.push([text])
  }
  return groups
}

interface Gap {
  readonly groups: readonly string[][]
  readonly low: string
  readonly high: string | undefined
}

/** Halves the stored texts between two keys until the new ones are alone there, each half with those that belong into it. */
async function place(
  transaction: Kysely<Tables>,
  groups: readonly string[][],
): Promise<Tables['directory_sort_keys'][]> {
  const made: Tables['directory_sort_keys'][] = []
  const gaps: Gap[] = [{ groups, low: '', high: undefined }]
  for (let gap = gaps.pop(); gap !== undefined; gap = gaps.pop()) {
    const { low, high } = gap
    if (gap.groups.length === 0) continue
    const stored = await findBetween(transaction, low, high)
    if (stored === undefined) {
      const keys = keysBetween(low, high, gap.groups.length)
      for (const [at, group] of gap.groups.entries()) made.push(...group.map((text) => row(text, keys[at])))
      continue
    }
    const order = gap.groups.map((group) => compareText(group[0] ?? '', stored.text))
    made.push(
      ...gap.groups
        .filter((_group, at) => order[at] === 0)
        .flat()
        .map((text) => row(text, stored.sort_key)),
    )
    gaps.push({ groups: gap.groups.filter((_group, at) => (order[at] ?? 0) < 0), low, high: stored.sort_key })
    gaps.push({ groups: gap.groups.filter((_group, at) => (order[at] ?? 0) > 0), low: stored.sort_key, high })
  }
  return made
}

function row(text: string, key: string | undefined): Tables['directory_sort_keys'] {
  if (key === undefined) throw new RangeError('A text has no place between its neighbours.')
  return { text, sort_key: key }
}

/** A stored text about half way between two keys. */
async function findBetween(transaction: Kysely<Tables>, low: string, high: string | undefined) {
  const [middle = ''] = keysBetween(low, high, 1)
  const between = transaction
    .selectFrom('directory_sort_keys')
    .selectAll()
    .where('sort_key', '>', low)
    .$if(high !== undefined, (query) => query.where('sort_key', '<', high ?? ''))
    .limit(1)
  return (
    (await between.where('sort_key', '>=', middle).orderBy('sort_key').executeTakeFirst()) ??
    (await between.where('sort_key', '<', middle).orderBy('sort_key', 'desc').executeTakeFirst())
  )
}
