import { readFile, rm, mkdtemp, mkdir } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { createHeadMirror } from './head-mirror.ts'

const log = pino({ level: 'silent' })
const head = (seq: number) => ({ seq, hash: String(seq).repeat(64).slice(0, 64) })

test('a file gets each head, in order, and what it could not get before', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'patchbay-head-'))
  const file = join(folder, 'later', 'heads.jsonl')
  const mirror = createHeadMirror({ file }, log)
  try {
    mirror.put(head(1))
    await expect.poll(() => mirror.state()).toEqual({ seq: 0, failing: expect.stringContaining('since record 1') })
    mirror.put(head(2))
    mirror.put(head(3))
    await mkdir(join(folder, 'later'))
    await expect.poll(() => mirror.state()).toEqual({ seq: 3, failing: null })
    mirror.put(head(4))
    await mirror.close()
    const lines = (await readFile(file, 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.slice(-2)).toEqual([head(3), head(4)])
  } finally {
    await mirror.close()
    await rm(folder, { recursive: true })
  }
})

test('an address gets each head by POST, and one that it refused again', async () => {
  const taken: unknown[] = []
  let refusals = 1
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await json(request)
    const isRefused = refusals > 0
    refusals -= 1
    if (!isRefused) taken.push(body)
    response.writeHead(isRefused ? 503 : 204).end()
  }
  const witness = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1')
  await once(witness, 'listening')
  const mirror = createHeadMirror({ url: `http://127.0.0.1:${(witness.address() as AddressInfo).port}/` }, log)
  mirror.put(head(1))
  await expect.poll(() => taken).toEqual([head(1)])
  for (const seq of [2, 3, 4]) mirror.put(head(seq))
  await expect.poll(() => taken).toEqual([1, 2, 3, 4].map(head))
  await expect.poll(() => mirror.state()).toEqual({ seq: 4, failing: null })
  await mirror.close()
  witness.close()
})

test('without a mirror there is nothing to tell', () => {
  expect(createHeadMirror({}, log).state()).toBeUndefined()
})
