import type { ChangeExport, ExportedChanges } from '@patchbay/contract'
import { expect, test } from 'vitest'
import { readExport } from './export-file.ts'

const head = { seq: 5, hash: 'ab' }
const part = (content: string, next: ExportedChanges['next']): ExportedChanges => ({
  content,
  mediaType: 'application/jsonl',
  fileName: 'audit.jsonl',
  count: 2,
  next,
  head,
})

test('joins the parts in their order, each asked for where the one before ended', async () => {
  const parts = [part('a\n', { from: 3, upTo: 5 }), part('é\n', { from: 5, upTo: 5 }), part('c\n', null)]
  const asked: ChangeExport[] = []
  const counts: number[] = []
  const readPart = async (input: ChangeExport) => {
    asked.push(input)
    const next = parts.shift()
    if (next === undefined) throw new Error('asked once too often')
    return next
  }
  const file = await readExport({ kind: 'change', format: 'records' }, readPart, (count) => counts.push(count))
  expect(await file.blob.text()).toBe('a\né\nc\n')
  expect(file).toMatchObject({ name: 'audit.jsonl', count: 6, head })
  expect(asked.map((one) => one.part?.from)).toEqual([undefined, 3, 5])
  expect(counts).toEqual([2, 4, 6])
})

test('a part that fails fails the whole: half a trail is no export', async () => {
  const readPart = async (input: ChangeExport) => {
    if (input.part !== undefined) throw new Error('away')
    return part('a\n', { from: 3, upTo: 5 })
  }
  await expect(readExport({ kind: 'change', format: 'csv' }, readPart, () => {})).rejects.toThrow('away')
})
