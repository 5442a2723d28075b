import { createHash } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'

export interface TrailRecord {
  readonly seq: number
  readonly hash: string
  readonly previous: string
  readonly body: string
}

/** A trail as the documentation describes it, written here a second time so that the checker is held against the words. */
export function makeTrail(records: number, bodyOf: (seq: number) => string = plainBody): TrailRecord[] {
  const trail: TrailRecord[] = []
  let previous = '0'.repeat(64)
  for (let seq = 1; seq <= records; seq += 1) {
    const body = bodyOf(seq)
    const hash = createHash('sha256').update(`${previous}\n${seq}\n${body}`).digest('hex')
    trail.push({ seq, hash, previous, body })
    previous = hash
  }
  return trail
}

const plainBody = (seq: number): string =>
  `{"at":"2026-01-02T03:04:05.678Z","kind":"refusal","name":"Zoë \\"${seq}\\" 💥 {\\"seq\\":1}","requestId":null,"v":1}`

export const toLine = ({ body, hash, previous, seq }: TrailRecord): string =>
  `{"body":${body},"hash":"${hash}","previous":"${previous}","seq":${seq}}\n`

/** Patchbay's file, with no more in it than the trail. Without a key, so that anything can be put there. */
export function writeSqlite(file: string, trail: readonly TrailRecord[]): DatabaseSync {
  const database = new DatabaseSync(file)
  database.exec(
    'pragma synchronous = off; create table audit_records (seq integer, hash text, body text); create table audit_head (id integer, seq integer, hash text)',
  )
  const insert = database.prepare('insert into audit_records values (?, ?, ?)')
  for (const { seq, hash, body } of trail) insert.run(seq, hash, body)
  const last = trail.at(-1)
  if (last) database.prepare('insert into audit_head values (1, ?, ?)').run(last.seq, last.hash)
  return database
}
