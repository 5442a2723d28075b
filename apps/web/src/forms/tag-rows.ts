import { tags, type Tags } from '@patchbay/contract'
import { z } from 'zod'

/** One line of the tags field. Half-typed and doubled keys are possible here, unlike in a record. */
export interface TagRow {
  readonly key: string
  readonly value: string
}

export function toTagRows(record: Tags): TagRow[] {
  return Object.entries(record).map(([key, value]) => ({ key, value }))
}

/** What is wrong with one line by itself or beside the others. */
export function findTagFault(row: TagRow, rows: readonly TagRow[]): string | undefined {
  const key = row.key.normalize('NFC')
  if (rows.filter((other) => other.key.normalize('NFC') === key).length > 1) return 'This key is there twice.'
  const parsed = tags.safeParse({ [row.key]: row.value })
  const issue = parsed.error?.issues[0]
  // Of a key, zod's own words are "Invalid key in record"; what is wrong with it stands inside.
  return issue?.code === 'invalid_key' ? issue.issues[0]?.message : issue?.message
}

/** The lines as the record that is sent. */
export const tagRows = z
  .array(z.object({ key: z.string(), value: z.string() }))
  .check((context) => {
    for (const row of context.value) {
      const message = findTagFault(row, context.value)
      if (message !== undefined)
        context.issues.push({
          code: 'custom',
          input: row,
          message: row.key === '' ? message : `${row.key}: ${message}`,
        })
    }
  })
  .transform((rows): Tags => Object.fromEntries(rows.map((row) => [row.key, row.value])))
  .pipe(tags)
