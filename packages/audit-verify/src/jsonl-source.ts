import { Buffer } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { stdin } from 'node:process'
import type { Entry, Malformed, Source } from './entry.ts'

const CHUNK_BYTES = 262_144
/** A record is some kilobytes; a line without an end must not fill the memory. */
const MAX_LINE_BYTES = 256 * CHUNK_BYTES
const LF = 10

const nothing = Buffer.alloc(0)
const BEGIN = Buffer.from('{"body":', 'latin1')
const TAIL = /^,"hash":"([0-9a-f]{64})","previous":"([0-9a-f]{64})","seq":([1-9]\d{0,15})\}$/
/** All of the end but the digits of `seq`. */
const TAIL_BYTES = ',"hash":"","previous":"","seq":}'.length + 128
const MAX_DIGITS = 16

const notALine: Malformed = { problem: 'is not a line as exports have them' }

/** Takes a line apart by its bytes alone: what is hashed is what stands there, not what a parser makes of it. */
function readLine(line: Buffer): Entry | Malformed {
  if (line.length < BEGIN.length + TAIL_BYTES || BEGIN.compare(line, 0, BEGIN.length) !== 0) return notALine
  let digits = 0
  while (digits < MAX_DIGITS && isDigit(line[line.length - 2 - digits])) digits += 1
  const at = line.length - TAIL_BYTES - digits
  if (at < BEGIN.length) return notALine
  const [, hash = '', previous = '', seq = ''] = TAIL.exec(line.toString('latin1', at)) ?? []
  if (seq === '' || !Number.isSafeInteger(Number(seq))) return notALine
  return { seq: Number(seq), hash, previous, body: line.subarray(BEGIN.length, at) }
}

const isDigit = (byte = 0): boolean => byte >= 48 && byte <= 57

async function* readEntries(chunks: AsyncIterable<Buffer>): AsyncGenerator<(Entry | Malformed)[]> {
  let rest: Buffer = nothing
  for await (const chunk of chunks) {
    const entries: (Entry | Malformed)[] = []
    let begin = 0
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, begin)) {
      const line = chunk.subarray(begin, end)
      entries.push(readLine(rest.length === 0 ? line : Buffer.concat([rest, line])))
      rest = nothing
      begin = end + 1
    }
    rest = Buffer.concat([rest, chunk.subarray(begin)])
    if (rest.length > MAX_LINE_BYTES) {
      yield [...entries, { problem: 'comes to no end' }]
      return
    }
    yield entries
  }
  if (rest.length > 0) yield [{ problem: 'is cut off: its line has no end' }]
}

async function* readFiles(files: readonly string[]): AsyncGenerator<Buffer> {
  for (const file of files) {
    const stream = file === '-' ? stdin : createReadStream(file, { highWaterMark: CHUNK_BYTES })
    yield* stream as AsyncIterable<Buffer>
  }
}

/** An export as its bytes come in, cut anywhere. */
export function readExport(chunks: AsyncIterable<Buffer>): Source {
  return { entries: readEntries(chunks), ownHead: undefined, close: async () => {} }
}

/** Exports, as files that were written one after the other; `-` is standard input. */
export function openExport(files: readonly string[]): Source {
  return readExport(readFiles(files))
}
