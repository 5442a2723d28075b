import { expect, test } from 'vitest'
import { type Change, Journal } from './journal.ts'
import { type Row, Table } from './table.ts'

interface Named extends Row {
  name: string
}

function startTable(write?: (changes: readonly Change[]) => void) {
  const time = { now: 1000 }
  const journal = new Journal(write && { write }, () => time.now)
  const table = new Table<Named>(journal, 'named', 'scope')
  const names = () => [...table].map((row) => row.name)
  const put = (id: string, name: string, seq = Number(id)) => table.put({ id, seq, name })
  return { time, journal, table, names, put }
}

test('a rollback undoes creates, updates and deletes, whatever their order', () => {
  const { journal, table, names, put } = startTable()
  put('1', 'one')
  put('2', 'two')
  journal.commit()
  put('1', 'changed')
  table.delete('2')
  put('3', 'three')
  put('1', 'changed twice')
  table.delete('3')
  journal.rollback()
  expect(names()).toEqual(['one', 'two'])
})

test('what the sink gets is one batch a commit, and nothing for nothing', () => {
  const batches: (readonly Change[])[] = []
  const { journal, put } = startTable((changes) => batches.push([...changes]))
  journal.commit()
  put('1', 'one')
  put('2', 'two')
  journal.commit()
  journal.commit()
  expect(batches.map((batch) => batch.map((change) => change.id))).toEqual([['1', '2']])
})

test('a sink that fails undoes the batch and tells', () => {
  const { journal, names, put } = startTable(() => {
    throw new Error('disk full')
  })
  put('1', 'one')
  expect(() => journal.commit()).toThrow('disk full')
  expect(names()).toEqual([])
  journal.commit()
})

test('an update keeps the row’s place, a new row comes last', () => {
  const { names, put } = startTable()
  put('1', 'one')
  put('2', 'two')
  put('1', 'changed')
  put('3', 'three')
  expect(names()).toEqual(['changed', 'two', 'three'])
})

test('a lagging view shows rows as they were before the first recent change, in order of creation', () => {
  const { time, journal, table, put } = startTable()
  const view = (lag: number) => [...table.searchView(time.now, lag)].map((row) => row.name)
  put('1', 'one')
  put('2', 'two')
  journal.commit()
  journal.keepMilliseconds = 100
  time.now += 10
  table.delete('1')
  put('2', 'changed')
  put('3', 'three')
  journal.commit()
  time.now += 50
  expect(view(0)).toEqual(['changed', 'three'])
  expect(view(100)).toEqual(['one', 'two'])
  expect(view(50)).toEqual(['changed', 'three'])
  time.now += 50
  expect(view(100)).toEqual(['changed', 'three'])
})

test('what is rolled back never shows, lagging or not', () => {
  const { time, journal, table, put } = startTable()
  journal.keepMilliseconds = 100
  put('1', 'one')
  journal.rollback()
  expect([...table.searchView(time.now, 100)]).toEqual([])
  expect([...table]).toEqual([])
})

test('one table’s changes do not show in another', () => {
  const { time, journal, put } = startTable()
  const other = new Table<Named>(journal, 'named', 'other scope')
  journal.keepMilliseconds = 100
  other.put({ id: '1', seq: 1, name: 'other' })
  put('1', 'one')
  journal.commit()
  expect([...other.searchView(time.now, 0)].map((row) => row.name)).toEqual(['other'])
  expect([...other.searchView(time.now, 100)]).toEqual([])
})

test('reads by id miss what was just created only when told to', () => {
  const { time, journal, table, put } = startTable()
  journal.keepMilliseconds = 100
  put('1', 'one')
  journal.commit()
  expect(table.read('1')?.name).toBe('one')
  journal.hidesCreated = true
  expect(table.read('1')).toBeUndefined()
  expect(table.get('1')?.name).toBe('one')
  time.now += 100
  expect(table.read('1')?.name).toBe('one')
})
