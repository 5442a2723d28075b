import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { root } from '../config.ts'
import { rounded, type Row } from './row.ts'

const MANY = 1_000_000
const FEW = 250_000

/** As large as the record of a change of two fields. */
const bodyOf = (seq: number): string =>
  `{"action":"users.updatePhone","at":"2026-01-02T03:04:05.678Z","change":"11111111-2222-3333-4444-${String(seq).padStart(12, '0')}","fields":[{"after":"+442079460000","before":"+442079461111","field":"deskPhoneNumber","key":null},{"after":30,"before":0,"field":"afterContactWorkSeconds","key":null}],"groups":["g1","g2"],"instance":{"alias":"meridian","id":"i"},"kind":"intent","names":{"g1":"Europe","g2":"London"},"operation":"UpdateUserPhoneConfig","person":{"id":"helpdesk","name":"Rafael Moreno","roles":["helpdesk"]},"reason":"INC-${seq}","requestId":"r","target":{"id":"u","kind":"user","name":"amara"},"v":1}`

async function writeTrail(file: string, records: number): Promise<void> {
  const stream = createWriteStream(file)
  let previous = '0'.repeat(64)
  for (let seq = 1; seq <= records; seq += 1) {
    const body = bodyOf(seq)
    const hash = createHash('sha256').update(`${previous}\n${seq}\n${body}`).digest('hex')
    if (!stream.write(`{"body":${body},"hash":"${hash}","previous":"${previous}","seq":${seq}}\n`))
      await once(stream, 'drain')
    previous = hash
  }
  stream.end()
  await once(stream, 'close')
}

/** Processor time and memory of the process itself, so that a busy machine changes nothing. */
const sayUsage =
  'data:text/javascript,process.on("exit",()=>process.stderr.write(JSON.stringify(process.resourceUsage())))'
const hashPlainly =
  'data:text/javascript,import{createHash}from"node:crypto";import{createReadStream}from"node:fs";const hash=createHash("sha256");for await(const chunk of createReadStream(process.argv.at(-1)))hash.update(chunk);hash.digest()'

interface Usage {
  readonly seconds: number
  readonly peakMiB: number
}

/** One program over one file, its start included. */
async function run(args: readonly string[]): Promise<Usage> {
  const child = spawn(process.execPath, ['--import', sayUsage, ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  if (code !== 0) throw new Error(`It ended with ${String(code)}: ${said}`)
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(said) as NodeJS.ResourceUsage
  return { seconds: (userCPUTime + systemCPUTime) / 1_000_000, peakMiB: maxRSS / 1_024 }
}

/** How quickly a trail is checked, and whether a long one takes more memory than a short one. */
export async function measure(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'patchbay-bench-'))
  try {
    const [few, many] = [join(folder, 'few.jsonl'), join(folder, 'many.jsonl')]
    await writeTrail(few, FEW)
    await writeTrail(many, MANY)
    const bin = join(root, 'packages/audit-verify/src/bin.ts')
    const short = await run([bin, few])
    const long = await run([bin, many])
    const plain = await run(['--input-type=module', '--import', hashPlainly, '--eval', '', '--', many])
    const perSecond = Math.round(MANY / long.seconds)
    const mib = Math.round((await stat(many)).size / 1_048_576)
    const how = `${MANY.toLocaleString('en')} records, ${mib} MiB of JSON lines, the program with its start, by processor time`
    return [
      {
        name: 'audit-verify, records a second',
        value: perSecond,
        unit: 'records/s',
        goal: 'at least 50000',
        ok: perSecond >= 50_000,
        how,
      },
      {
        name: 'audit-verify / plain SHA-256 of the same bytes',
        value: rounded(long.seconds / plain.seconds),
        unit: 'ratio',
        goal: 'at most 5',
        ok: long.seconds / plain.seconds <= 5,
        how: `${how}: ${rounded(long.seconds)} s against ${rounded(plain.seconds)} s`,
      },
      {
        name: 'audit-verify, peak memory with four times the records',
        value: rounded(long.peakMiB / short.peakMiB),
        unit: 'ratio',
        goal: 'at most 1.3',
        ok: long.peakMiB / short.peakMiB <= 1.3,
        how: `${how}: ${Math.round(long.peakMiB)} MiB against ${Math.round(short.peakMiB)} MiB with ${FEW.toLocaleString('en')} records`,
      },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
