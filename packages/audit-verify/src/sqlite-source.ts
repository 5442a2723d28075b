import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { CannotCheck, isHash, isSeq, type Entry, type Head, type Malformed, type Source } from './entry.ts'

const PORTION = 1_000

interface Row {
  readonly seq: unknown
  readonly hash: unknown
  readonly body: unknown
}

/** SQLite lets anything stand in any column. */
function toEntry({ seq, hash, body }: Row): Entry | Malformed {
  const number = Number(seq)
  if (typeof seq !== 'bigint' || !isSeq(number)) return { problem: 'has a number that is none' }
  if (!isHash(hash)) return { problem: 'has a hash that is none' }
  if (!(body instanceof Uint8Array)) return { problem: 'has no body' }
  return { seq: number, hash, previous: undefined, body }
}

/** The bytes themselves: text that is no UTF-8 would come as other text. */
const QUERY = 'select seq, hash, cast(body as blob) as body from audit_records order by seq'

async function* readEntries(statement: StatementSync): AsyncGenerator<(Entry | Malformed)[]> {
  statement.setReadBigInts(true)
  let portion: (Entry | Malformed)[] = []
  for (const row of statement.iterate()) {
    portion.push(toEntry(row as unknown as Row))
    if (portion.length < PORTION) continue
    yield portion
    portion = []
  }
  yield portion
}

function readOwnHead(database: DatabaseSync): Head | undefined {
  const row = database.prepare('select seq, hash from audit_head').get()
  return isSeq(row?.['seq']) && isHash(row['hash']) ? { seq: row['seq'], hash: row['hash'] } : undefined
}

/** The trail in Patchbay's SQLite file, read only and as it is at one moment. */
export function openSqlite(file: string): Source {
  try {
    const database = new DatabaseSync(file, { readOnly: true })
    database.exec('begin')
    const ownHead = readOwnHead(database)
    const entries = readEntries(database.prepare(QUERY))
    return { entries, ownHead, close: async () => database.close() }
  } catch (error) {
    throw new CannotCheck(`There is no audit trail to be read in ${file} (${(error as Error).message}).`)
  }
}
