import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashRecord } from './chain-check.ts'
import { makeTrail, toLine, writeSqlite, type TrailRecord } from './testing/trail.ts'
import { verify, type VerifyOptions } from './verify.ts'

let folder: string
let files = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'patchbay-verify-'))
})
afterAll(() => rm(folder, { recursive: true }))

const newFile = (name: string) => join(folder, `${(files += 1)}-${name}`)

/** The same numbers at each run. */
function createDice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

const roll = createDice(7)

/** As it would come from a disk, cut where nobody chose. */
async function* inPieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let begin = 0, end = 0; begin < bytes.length; begin = end) {
    end = begin + 1 + roll(Math.max(bytes.length / 3, 1))
    yield bytes.subarray(begin, end)
  }
}

const check = (content: string | Buffer, options: Partial<VerifyOptions> = {}) =>
  verify({ places: inPieces(Buffer.from(content)), ...options })

const linesOf = (trail: readonly TrailRecord[]): string => trail.map(toLine).join('')
const headOf = ({ seq, hash }: TrailRecord): string => `${seq}:${hash}`
const trail = makeTrail(40)
const at = (seq: number): TrailRecord => trail[seq - 1]!

it('computes the hash of the documentation’s example', () => {
  const body =
    '{"at":"2026-01-02T03:04:05.678Z","how":null,"kind":"sign-out","person":{"id":"p1","name":"Ada","roles":["auditor"]},"requestId":null,"v":1}'
  const hash = 'bdbef9714ed94f3e60c4cbf0066cbc4be2644e45dcf3aa36679ea8cabacfdeee'
  expect([hashRecord('0'.repeat(64), 1, body), hashRecord('0'.repeat(64), 1, Buffer.from(body))]).toEqual([hash, hash])
})

describe('a trail that nobody touched', () => {
  it.each([0, 1, 2, 40, 3_000])('of %d records is whole', async (records) => {
    const whole = makeTrail(records)
    const last = whole.at(-1)
    const verdict = await check(linesOf(whole), last && { head: headOf(last) })
    expect(verdict).toMatchObject({
      records,
      faultCount: 0,
      faults: [],
      last: last && { seq: last.seq, hash: last.hash },
    })
  })

  it.each([100, 200_000, 3_000_000])('is whole with a body of %d bytes', async (bytes) => {
    const big = makeTrail(3, (seq) => `{"seq":${seq},"text":"${'ü'.repeat(bytes / 2)}"}`)
    expect(await check(linesOf(big))).toMatchObject({ records: 3, faultCount: 0 })
  })

  it('is whole in parts, joined by reading one after the other, cut anywhere between records', async () => {
    const [first, second] = [newFile('a'), newFile('b')]
    await writeFile(first, linesOf(trail.slice(0, 17)))
    await writeFile(second, linesOf(trail.slice(17)))
    expect(await verify({ places: [first, second] })).toMatchObject({ records: 40, faultCount: 0 })
    expect((await verify({ places: [second, first] })).faultCount).toBeGreaterThan(0)
  })

  it('is whole as a selection with what was left out, but not as a whole', async () => {
    const selection = linesOf(trail.filter(({ seq }) => seq % 3 !== 0))
    expect(await check(selection, { isSelection: true })).toMatchObject({ faultCount: 0 })
    expect((await check(selection)).faults[0]).toMatchObject({ seq: 3, message: expect.stringContaining('missing') })
  })
})

interface Corruption {
  readonly content: Buffer
  /** The place that has to be named. */
  readonly seq: number
  readonly what: string
}

const whole = Buffer.from(linesOf(trail))
const ends = [...whole.keys()].filter((index) => whole[index] === 10)
/** The record in which a byte lies. */
const seqAt = (index: number): number => ends.findIndex((end) => index <= end) + 1
const joined = (records: readonly TrailRecord[]): Buffer => Buffer.from(linesOf(records))

const corruptions: Readonly<Record<string, () => Corruption>> = {
  'a byte edited'() {
    const index = roll(whole.length)
    const content = Buffer.from(whole)
    content[index] = (content[index]! + 1 + roll(255)) % 256
    return { content, seq: seqAt(index), what: `byte ${index} is ${content[index]}` }
  },
  'a bit turned'() {
    const index = roll(whole.length)
    const content = Buffer.from(whole)
    content[index] = content[index]! ^ (1 << roll(8))
    return { content, seq: seqAt(index), what: `byte ${index} is ${content[index]}` }
  },
  'a byte taken out'() {
    const index = roll(whole.length)
    return {
      content: Buffer.concat([whole.subarray(0, index), whole.subarray(index + 1)]),
      seq: seqAt(index),
      what: `byte ${index}`,
    }
  },
  'a byte put in'() {
    const index = roll(whole.length)
    const content = Buffer.concat([whole.subarray(0, index), Buffer.from([roll(256)]), whole.subarray(index)])
    return { content, seq: seqAt(index), what: `before byte ${index}: ${content[index]}` }
  },
  'records taken out'() {
    const [from, many] = [1 + roll(39), 1 + roll(3)]
    const left = trail.filter(({ seq }) => seq < from || seq >= from + many)
    return { content: joined(left), seq: from, what: `${from} and ${many} on` }
  },
  'two records changed places'() {
    const [one, other] = [1 + roll(39), 1 + roll(40)].toSorted((a, b) => a - b) as [number, number]
    const [first, second] = one === other ? [one, one + 1] : [one, other]
    const content = joined(
      trail.map((record) => (record.seq === first ? at(second) : record.seq === second ? at(first) : record)),
    )
    return { content, seq: first, what: `${first} and ${second}` }
  },
  'a record repeated'() {
    const [source, after] = [1 + roll(40), roll(41)]
    const content = joined(trail.toSpliced(after, 0, at(source)))
    // Beside itself it is that record that is there twice.
    return { content, seq: source === after ? source : after + 1, what: `${source} after ${after}` }
  },
  'a record made up, in the numbers of the old'() {
    const after = roll(40)
    const previous = after === 0 ? '0'.repeat(64) : at(after).hash
    const body = '{"kind":"refusal","v":1}'
    const forged = { seq: after + 1, previous, body, hash: hashRecord(previous, after + 1, body) }
    return { content: joined(trail.toSpliced(after, 0, forged)), seq: after + 1, what: `after ${after}` }
  },
  'a record rewritten with a hash that fits'() {
    const seq = 1 + roll(39)
    const { previous, body: old } = at(seq)
    const body = old.replace('Zoë', 'Eve')
    const forged = { seq, previous, body, hash: hashRecord(previous, seq, body) }
    // It is whole in itself; the record after it does not follow from it.
    return { content: joined(trail.toSpliced(seq - 1, 1, forged)), seq: seq + 1, what: `${seq}` }
  },
  'the end cut off'() {
    const length = roll(whole.length)
    return { content: whole.subarray(0, length), seq: seqAt(length), what: `at byte ${length}` }
  },
  'the tail written anew'() {
    const from = 1 + roll(40)
    const forged = makeTrail(40, (seq) => (seq < from ? at(seq).body : at(seq).body.replace('Zoë', 'Eve')))
    return { content: joined(forged), seq: 40, what: `from ${from}` }
  },
}

describe('a trail with', () => {
  it.each(Object.entries(corruptions))('%s is not whole, and the place is named: 100 times', async (_name, corrupt) => {
    for (let round = 0; round < 100; round += 1) {
      const { content, seq, what } = corrupt()
      if (content.equals(whole)) continue
      const { faultCount, faults } = await check(content, { head: headOf(at(40)) })
      expect({ what, found: faultCount > 0, seq: faults[0]?.seq }).toEqual({ what, found: true, seq })
    }
  })

  it('one change has one fault, so that nobody looks for others', async () => {
    const content = linesOf(trail).replace('Zoë \\"17', 'Eve \\"17')
    expect((await check(content)).faults).toEqual([
      { seq: 17, message: 'The hash of record 17 does not fit what the record says.' },
    ])
    const changed = trail.map((record) => (record.seq === 17 ? { ...record, hash: 'a'.repeat(64) } : record))
    expect((await check(linesOf(changed))).faults.map(({ seq }) => seq)).toEqual([17])
  })

  it('faults in many places names the first hundred and counts the rest', async () => {
    const verdict = await check('nothing\n'.repeat(250))
    expect([verdict.faultCount, verdict.faults.length, verdict.faults[0]?.seq]).toEqual([250, 100, 1])
  })
})

describe('heads that were kept elsewhere', () => {
  const lineOf = ({ seq, hash }: TrailRecord) => `{"hash":"${hash}","seq":${seq}}\n`

  async function headFile(content: string): Promise<string> {
    const file = newFile('heads')
    await writeFile(file, content)
    return file
  }

  it('are all in the trail, in a file that need not have every number', async () => {
    const head = await headFile([3, 4, 9, 40].map((seq) => lineOf(at(seq))).join(''))
    expect(await check(linesOf(trail), { head })).toMatchObject({ faultCount: 0, isEndKnown: true })
  })

  it('show where a trail was written anew, and where it ends too early', async () => {
    const head = await headFile([3, 20, 30].map((seq) => lineOf(at(seq))).join(''))
    const anew = makeTrail(40, (seq) => (seq < 12 ? at(seq).body : '{}'))
    expect((await check(linesOf(anew), { head })).faults.map(({ seq }) => seq)).toEqual([20, 30])
    const cut = await check(linesOf(trail.slice(0, 25)), { head })
    expect(cut.faults).toEqual([{ seq: 26, message: 'The trail ends before record 30, of which there is a head.' }])
    expect((await check('', { head })).faults[0]?.seq).toBe(1)
  })

  it('may be none yet', async () => {
    expect(await check(linesOf(trail), { head: await headFile('') })).toMatchObject({ faultCount: 0 })
  })

  it.each(['x', '{"seq":1}\n', `{"seq":1,"hash":"${'0'.repeat(64)}"}\n`])(
    'that are none cannot be checked: %j',
    async (content) => {
      const head = await headFile(content)
      await expect(check(linesOf(trail), { head })).rejects.toThrow(/is not a head/)
    },
  )

  it.each(['1', '1:abc', ':', 'no-such-file', `0:${'0'.repeat(64)}`])('given as %s cannot be checked', async (head) => {
    await expect(check('', { head })).rejects.toThrow(/is not a head/)
  })
})

describe('a trail in SQLite', () => {
  const statements: readonly (readonly [string, string, number])[] = [
    ['a body edited', `update audit_records set body = replace(body, 'Zoë', 'Eve') where seq = 9`, 9],
    ['bytes that are no text', `update audit_records set body = cast(x'7bff7d' as text) where seq = 9`, 9],
    ['a body that is another kind of thing', `update audit_records set body = null where seq = 9`, 9],
    ['a hash edited', `update audit_records set hash = '${'a'.repeat(64)}' where seq = 9`, 9],
    ['a hash in other letters', `update audit_records set hash = upper(hash) where seq = 9`, 9],
    ['a record taken out', `delete from audit_records where seq = 9`, 9],
    ['the first taken out', `delete from audit_records where seq = 1`, 1],
    ['the last taken out', `delete from audit_records where seq = 40`, 40],
    [
      'the last taken out, and its own head set back',
      `delete from audit_records where seq = 40; update audit_head set seq = 39, hash = (select hash from audit_records where seq = 39)`,
      40,
    ],
    ['a number that is bytes', `update audit_records set seq = x'09' where seq = 9`, 9],
    ['two numbers exchanged', `update audit_records set seq = 9 + 15 - seq where seq in (9, 15)`, 9],
    ['a record repeated', `insert into audit_records select * from audit_records where seq = 9`, 9],
    ['records all moved on by one', `update audit_records set seq = seq + 1`, 1],
  ]

  it('that nobody touched is whole', async () => {
    const file = newFile('trail.sqlite')
    writeSqlite(file, trail).close()
    expect(await verify({ places: [file] })).toMatchObject({ records: 40, faultCount: 0 })
  })

  it.each(statements)('with %s is not, and the place is named', async (_what, sql, seq) => {
    const file = newFile('trail.sqlite')
    const database = writeSqlite(file, trail)
    database.exec(sql)
    database.close()
    const { faults } = await verify({ places: [file], head: headOf(at(40)) })
    expect(Math.min(...faults.map((fault) => fault.seq))).toBe(seq)
  })

  it('is read while Patchbay has it open and writes', async () => {
    const file = newFile('trail.sqlite')
    const database = writeSqlite(file, trail)
    database.exec('pragma journal_mode = wal; begin immediate; delete from audit_records')
    expect(await verify({ places: [file] })).toMatchObject({ records: 40, faultCount: 0 })
    database.close()
  })

  it('that is not there cannot be checked', async () => {
    await expect(verify({ places: [newFile('gone')] })).rejects.toThrow(/cannot be read/)
    const file = newFile('other.sqlite')
    const database = writeSqlite(file, [])
    database.exec('drop table audit_records')
    database.close()
    await expect(verify({ places: [file] })).rejects.toThrow(/no audit trail/)
  })
})
