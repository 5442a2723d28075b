import { hash as hashOf } from 'node:crypto'
import type { AuditHead } from '@patchbay/contract'
import type { Kysely, Transaction } from 'kysely'
import { prepareQuery } from '../prepare-query.ts'
import type { Tables } from '../tables.ts'
import { canonicalJson } from './canonical-json.ts'

/** What the first record follows. */
export const NO_HASH = '0'.repeat(64)

function recordHash(previous: string, seq: number, body: string): string {
  return hashOf('sha256', `${previous}\n${seq}\n${body}`)
}

/** One line of an export. Its bytes are the format: the body stands in it as it was hashed. */
export function recordLine({ previous, seq, hash, body }: AuditHead & { previous: string; body: string }): string {
  return `{"body":${body},"hash":"${hash}","previous":"${previous}","seq":${seq}}\n`
}

export function headLine({ seq, hash }: AuditHead): string {
  return `${canonicalJson({ seq, hash })}\n`
}

/** Whatever is read of the trail after it stays as it is until the transaction has ended: nobody else appends meanwhile. */
export async function takeChainTurn(transaction: Transaction<Tables>): Promise<void> {
  await transaction
    .updateTable('audit_head')
    .set((value) => ({ seq: value('seq', '+', 0) }))
    .where('id', '=', 1)
    .execute()
}

/**
 * Adds one record. The head's row is written first: it is the lock that other processes wait for, in SQLite (the write lock of
 * the file) and in PostgreSQL (of the row) alike.
 */
export function createAppend(database: Kysely<Tables>) {
  const takeNumber = prepareQuery(
    database
      .updateTable('audit_head')
      .set((value) => ({ seq: value('seq', '+', 1) }))
      .where('id', '=', 1)
      .returning(['seq', 'hash']),
  )
  const insert = prepareQuery(
    database.insertInto('audit_records').values({ seq: 0, hash: '', body: '', change_id: '' }),
  )
  const setHash = prepareQuery(database.updateTable('audit_head').set({ hash: '' }).where('id', '=', 1))

  return async (
    transaction: Transaction<Tables>,
    { change, body }: { readonly change: string; readonly body: object },
  ): Promise<AuditHead> => {
    const [head] = await takeNumber(transaction, 1, 1)
    if (!head) throw new Error('The audit trail has no head.')
    const { seq, hash: previous } = head
    const text = canonicalJson(body)
    const hash = recordHash(previous, seq, text)
    await insert(transaction, seq, hash, text, change)
    await setHash(transaction, hash, 1)
    return { seq, hash }
  }
}
