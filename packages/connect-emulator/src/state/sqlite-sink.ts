import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Change, Sink } from './journal.ts'
import type { Row } from './table.ts'

/** Raised whenever stored records change their form. */
const STATE_FORMAT = 4
const SYNCHRONOUS_FULL = 2

export interface StoredRow {
  kind: string
  scope: string
  row: Row
}

export interface SqliteSink extends Sink {
  /** All rows, in order of creation. */
  load(): Iterable<StoredRow>
  close(): void
}

/**
 * Opens (or creates) the state file in a directory. Every write is one transaction with an fsync before it returns, so
 * that an answered call survives `kill -9` and a power cut.
 * @throws Error when the directory cannot be made or written, or holds the state of another version
 */
export function openSqliteSink(dataDir: string): SqliteSink {
  mkdirSync(dataDir, { recursive: true })
  const file = join(dataDir, 'connect-emulator.sqlite')
  const isNew = !existsSync(file)
  const db = new DatabaseSync(file)
  if (isNew) db.exec(`PRAGMA user_version = ${STATE_FORMAT}`)
  else requireFormat(db, file)
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 2000;')
  requireDurability(db, file)
  db.exec(
    'CREATE TABLE IF NOT EXISTS row (kind TEXT, scope TEXT, id TEXT, seq INTEGER, body TEXT, PRIMARY KEY (kind, scope, id)) WITHOUT ROWID',
  )
  const upsert = db.prepare('INSERT OR REPLACE INTO row (kind, scope, id, seq, body) VALUES (?, ?, ?, ?, ?)')
  const remove = db.prepare('DELETE FROM row WHERE kind = ? AND scope = ? AND id = ?')
  const select = db.prepare('SELECT kind, scope, body FROM row ORDER BY seq')

  function apply({ table, id, after }: Change): void {
    if (after) upsert.run(table.kind, table.scope, id, after.seq, JSON.stringify(after))
    else remove.run(table.kind, table.scope, id)
  }

  return {
    write(changes) {
      db.exec('BEGIN IMMEDIATE')
      try {
        changes.forEach(apply)
        db.exec('COMMIT')
      } catch (error) {
        db.exec('ROLLBACK')
        throw error
      }
    },
    *load() {
      for (const stored of select.iterate()) {
        yield { kind: String(stored.kind), scope: String(stored.scope), row: JSON.parse(String(stored.body)) as Row }
      }
    },
    close: () => db.close(),
  }
}

function requireFormat(db: DatabaseSync, file: string): void {
  const format = db.prepare('PRAGMA user_version').get()?.user_version
  if (format === STATE_FORMAT) return
  db.close()
  throw new Error(`${file} was written by another version of the emulator; remove it or choose another data folder`)
}

/** SQLite keeps silent when a file system does not let it have its way, and an fsync left out shows only after a power cut. */
function requireDurability(db: DatabaseSync, file: string): void {
  const mode = db.prepare('PRAGMA journal_mode').get()?.journal_mode
  const synchronous = db.prepare('PRAGMA synchronous').get()?.synchronous
  if (mode === 'wal' && synchronous === SYNCHRONOUS_FULL) return
  db.close()
  throw new Error(`${file} cannot be written safely (journal ${String(mode)}, synchronous ${String(synchronous)})`)
}
