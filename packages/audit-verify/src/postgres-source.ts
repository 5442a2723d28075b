import { Client } from 'pg'
import { CannotCheck, isHash, isSeq, type Entry, type Head, type Malformed, type Source } from './entry.ts'

const PORTION = 2_000

/** Numbers of type bigint come as text. */
interface Row {
  readonly seq: string | null
  readonly hash: string | null
  readonly body: string | null
}

function toEntry({ seq, hash, body }: Row): Entry | Malformed {
  const number = Number(seq)
  if (!isSeq(number)) return { problem: 'has a number that is none' }
  if (!isHash(hash)) return { problem: 'has a hash that is none' }
  if (body === null) return { problem: 'has no body' }
  return { seq: number, hash, previous: undefined, body }
}

async function* readEntries(client: Client): AsyncGenerator<(Entry | Malformed)[]> {
  await client.query('declare trail no scroll cursor for select seq, hash, body from audit_records order by seq')
  for (;;) {
    const { rows } = await client.query<Row>(`fetch ${PORTION} from trail`)
    if (rows.length === 0) return
    yield rows.map(toEntry)
  }
}

async function readOwnHead(client: Client): Promise<Head | undefined> {
  const { rows } = await client.query<Row>('select seq, hash from audit_head')
  const [seq, hash] = [Number(rows[0]?.seq), rows[0]?.hash]
  return isSeq(seq) && isHash(hash) ? { seq, hash } : undefined
}

/** The trail in PostgreSQL, read only and as it is at one moment, while Patchbay goes on writing. */
export async function openPostgres(databaseUrl: string): Promise<Source> {
  const client = new Client({ connectionString: databaseUrl })
  try {
    await client.connect()
    await client.query('begin transaction isolation level repeatable read read only')
    const ownHead = await readOwnHead(client)
    return { entries: readEntries(client), ownHead, close: () => client.end() }
  } catch (error) {
    await client.end().catch(() => undefined)
    throw new CannotCheck(`There is no audit trail to be read in the database (${(error as Error).message}).`)
  }
}
