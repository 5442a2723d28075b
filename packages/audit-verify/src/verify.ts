import { open } from 'node:fs/promises'
import { ChainCheck, type Fault } from './chain-check.ts'
import { CannotCheck, type Head, type Source } from './entry.ts'
import { readHeads } from './heads.ts'
import { openExport, readExport } from './jsonl-source.ts'
import { openSqlite } from './sqlite-source.ts'

export interface VerifyOptions {
  /** Files of an export (`-`: standard input), one SQLite file, one address of a PostgreSQL database; or an export's bytes. */
  readonly places: readonly string[] | AsyncIterable<Buffer>
  /** A file of heads that was kept elsewhere, or `seq:hash`. */
  readonly head?: string | undefined
  /** Whether records may be left out, as in an export of what a filter found. */
  readonly isSelection?: boolean
}

export interface Verdict {
  readonly records: number
  /** Number and hash of the last record: what to keep elsewhere. Undefined for an empty trail. */
  readonly last: Head | undefined
  readonly faultCount: number
  /** The first of them, in the order in which they were met. */
  readonly faults: readonly Fault[]
  /** Whether anything kept elsewhere says that the end is the end. */
  readonly isEndKnown: boolean
}

const MOST_FAULTS = 100
const SQLITE_MAGIC = 'SQLite format 3\0'

async function isSqlite(file: string): Promise<boolean> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(SQLITE_MAGIC.length), position: 0 })
    return buffer.toString('latin1', 0, bytesRead) === SQLITE_MAGIC
  } finally {
    await handle.close()
  }
}

async function openPlaces(places: readonly string[]): Promise<Source> {
  const [first = ''] = places
  if (/^postgres(ql)?:\/\//.test(first)) {
    // Its driver takes a fifth of a second to load.
    const { openPostgres } = await import('./postgres-source.ts')
    return openPostgres(first)
  }
  for (const place of places) {
    if (place === '-') continue
    const isDatabase = await isSqlite(place).catch((error: Error) => {
      throw new CannotCheck(`${place} cannot be read (${error.message}).`)
    })
    if (isDatabase && places.length === 1) return openSqlite(place)
  }
  return openExport(places)
}

/** Checks a trail from its first record to its last. Throws `CannotCheck` where nothing can be said about it. */
export async function verify({ places, head, isSelection = false }: VerifyOptions): Promise<Verdict> {
  const heads = readHeads(head)
  // What is wrong with the heads is said before a long reading begins.
  const first = (await heads.next()).value as Head | undefined
  const source = await ('length' in places ? openPlaces(places) : readExport(places))
  const verdict = await checkSource(source, { heads, first, isSelection })
  return { ...verdict, isEndKnown: head !== undefined }
}

interface CheckOptions {
  readonly heads: AsyncGenerator<Head>
  readonly first: Head | undefined
  readonly isSelection: boolean
}

async function checkSource(
  source: Source,
  { heads, first, isSelection }: CheckOptions,
): Promise<Omit<Verdict, 'isEndKnown'>> {
  const faults: Fault[] = []
  let faultCount = 0
  const report = (fault: Fault) => {
    faultCount += 1
    if (faults.length < MOST_FAULTS) faults.push(fault)
  }
  const check = new ChainCheck(isSelection, report)
  let next = first

  /** Every head that was kept has to be in the trail. */
  async function compareHeads(upTo: Head, until: number): Promise<void> {
    while (next && next.seq <= until) {
      const { seq, hash } = next
      if (seq > upTo.seq)
        report({ seq: upTo.seq + 1, message: `The trail ends before record ${seq}, of which there is a head.` })
      else if (seq < upTo.seq) {
        if (!isSelection) report({ seq, message: `Record ${seq}, of which there is a head, is not in the trail.` })
      } else if (hash !== upTo.hash) report({ seq, message: `Record ${seq} is not the one of which there is a head.` })
      next = (await heads.next()).value as Head | undefined
    }
  }

  try {
    for await (const portion of source.entries) {
      for (const entry of portion) {
        check.add(entry)
        if (next && 'seq' in entry && next.seq <= check.last.seq) await compareHeads(check.last, check.last.seq)
      }
    }
    await compareHeads(check.last, Number.POSITIVE_INFINITY)
  } finally {
    await source.close()
  }
  const { last, records } = check
  const { ownHead } = source
  if (ownHead && (ownHead.seq !== last.seq || ownHead.hash !== last.hash)) {
    const seq = Math.min(ownHead.seq, last.seq + 1)
    report({ seq, message: `The trail ends with record ${last.seq}, and its own head is of record ${ownHead.seq}.` })
  }
  return { records, last: records > 0 ? last : undefined, faultCount, faults }
}
