import { expect, test } from 'vitest'
import { findTagFault, tagRows, toTagRows } from './tag-rows.ts'

test('a record goes to lines and back', () => {
  const record = { team: 'blue', site: '' }
  expect(tagRows.parse(toTagRows(record))).toEqual(record)
})

test('a doubled key is a fault of both lines, and nothing is sent', () => {
  const rows = [
    { key: 'team', value: 'blue' },
    { key: 'team', value: 'red' },
  ]
  expect(rows.map((row) => findTagFault(row, rows))).toEqual(['This key is there twice.', 'This key is there twice.'])
  expect(tagRows.safeParse(rows).success).toBe(false)
})

test('the contract’s own bounds are told by line', () => {
  const row = { key: 'aws:team', value: '' }
  expect(findTagFault(row, [row])).toMatch(/cannot start with aws:/)
  const nameless = tagRows.safeParse([{ key: '', value: 'x' }])
  expect(nameless.error?.issues.map((issue) => issue.message)).toEqual(['Enter the tag key.'])
})

test('keys that only their composition tells apart are one key', () => {
  const rows = [
    { key: '\u00e9', value: 'blue' },
    { key: 'e\u0301', value: 'red' },
  ]
  expect(rows.map((row) => findTagFault(row, rows))).toEqual(['This key is there twice.', 'This key is there twice.'])
})
