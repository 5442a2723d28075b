import { existsSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { CannotCheck, isHash, isSeq, type Head } from './entry.ts'

const wrong = (where: string) =>
  new CannotCheck(`${where} is not a head. Give {"hash":"…","seq":N} in a file, or seq:hash.`)

async function* readFile(file: string): AsyncGenerator<Head> {
  const handle = await open(file)
  let at = 0
  let last = 0
  for await (const line of handle.readLines()) {
    at += 1
    const [, hash, digits] = /^\{"hash":"([0-9a-f]{64})","seq":([1-9]\d{0,15})\}$/.exec(line) ?? []
    const seq = Number(digits)
    if (!isHash(hash) || !isSeq(seq)) throw wrong(`Line ${at} of ${file}`)
    if (seq < last) throw new CannotCheck(`Line ${at} of ${file} is of an earlier record than the line before it.`)
    last = seq
    yield { seq, hash }
  }
}

/** Heads that were kept elsewhere, in ascending order: the mirror's file, or one as `seq:hash`. Throws `CannotCheck`. */
export async function* readHeads(given: string | undefined): AsyncGenerator<Head> {
  if (given === undefined) return
  const [, digits, hash] = /^(\d{1,16}):([0-9a-f]{64})$/.exec(given) ?? []
  if (isHash(hash) && isSeq(Number(digits))) yield { seq: Number(digits), hash }
  else if (existsSync(given)) yield* readFile(given)
  else throw wrong(given)
}
