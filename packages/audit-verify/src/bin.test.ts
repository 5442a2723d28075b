import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeTrail, toLine, writeSqlite } from './testing/trail.ts'

const bin = fileURLToPath(new URL('bin.ts', import.meta.url))
const trail = makeTrail(1_200)
const last = trail.at(-1)!
let folder: string
let file: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'patchbay-verify-'))
  file = join(folder, 'trail.jsonl')
  await writeFile(file, trail.map(toLine).join(''))
})
afterAll(() => rm(folder, { recursive: true }))

async function run(args: readonly string[], input = '', env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [bin, ...args], { env })
  child.stdin.end(input)
  const [output, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { output, errors, code: code as number }
}

describe('audit-verify', () => {
  it('says that a trail is whole, what its head is, and what it cannot tell', async () => {
    expect(await run([file])).toEqual({
      code: 0,
      errors: '',
      output: [
        'The trail is whole: 1,200 records.',
        `Its head is 1200:${last.hash}`,
        'Whether records are missing at its end can be told only with a head that was kept elsewhere (--head).',
        '',
      ].join('\n'),
    })
  })

  it('takes its head back, reads standard input and SQLite, and answers JSON', async () => {
    const input = trail.map(toLine).join('')
    const answer = await run(['-', '--head', `1200:${last.hash}`, '--json'], input)
    expect([answer.code, JSON.parse(answer.output)]).toEqual([
      0,
      {
        isWhole: true,
        records: 1_200,
        last: { seq: 1_200, hash: last.hash },
        faultCount: 0,
        faults: [],
        isEndKnown: true,
      },
    ])
    const database = join(folder, 'patchbay.sqlite')
    writeSqlite(database, trail).close()
    expect(await run([database])).toMatchObject({ code: 0, output: expect.stringContaining('1,200 records') })
  })

  it('names what is wrong and where, and ends with 1', async () => {
    const doctored = trail.toSpliced(699, 2).map(toLine).join('').replace('Zoë \\"800', 'Eve \\"800')
    expect(await run(['-'], doctored)).toEqual({
      code: 1,
      errors: '',
      output: [
        'Records 700 to 701 are missing or not in their place.',
        'The hash of record 800 does not fit what the record says.',
        'The trail is NOT whole: 2 faults, the first at record 700. 1,198 records read.',
        '',
      ].join('\n'),
    })
  })

  it.each([
    ['no place', []],
    ['an option that it has not', ['x.jsonl', '--quick']],
    ['a file that is not there', ['/nowhere/trail.jsonl']],
    ['a head that is none', ['-', '--head', 'x']],
    ['a database that is not there', ['postgres://nobody@127.0.0.1:1/none']],
  ])('ends with 2 and a word for people where it cannot check: %s', async (_what, args) => {
    const { code, output, errors } = await run(args)
    expect([code, output]).toEqual([2, ''])
    expect(errors).toMatch(/^(Usage|Unknown|.*(cannot be read|is not a head|no audit trail))/)
    expect(errors).not.toContain('    at ')
  })

  it('reads the database of DATABASE_URL where no place is given', async () => {
    const { code, errors } = await run([], '', { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' })
    expect([code, errors]).toEqual([2, expect.stringContaining('no audit trail to be read in the database')])
  })
})
