import { Buffer } from 'node:buffer'
import { hash } from 'node:crypto'
import type { Entry, Malformed } from './entry.ts'

export interface Fault {
  /** The record that is wrong; where records are missing or too many, the first number concerned. */
  readonly seq: number
  readonly message: string
}

const NOTHING_BEFORE = '0'.repeat(64)
const LF = 10

let scratch = Buffer.alloc(65_536)

/** SHA-256 over `previous LF seq LF body`, by the documented format. */
export function hashRecord(previous: string, seq: number, body: Uint8Array | string): string {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  const begin = `${previous}\n${seq}`
  const length = begin.length + 1 + bytes.length
  if (length > scratch.length) scratch = Buffer.alloc(length * 2)
  scratch.write(begin, 0, 'latin1')
  scratch[begin.length] = LF
  scratch.set(bytes, begin.length + 1)
  return hash('sha256', scratch.subarray(0, length), 'hex')
}

/** What the record before may have as its hash: one value, more after a fault, nothing known after a gap. */
type Links = readonly string[] | undefined

/**
 * Walks along the chain. After a fault it takes up the thread again, so that one change is one fault and what comes after
 * is still checked. `allowsGaps`: a selection, where each record stands for itself.
 */
export class ChainCheck {
  readonly #allowsGaps: boolean
  readonly #report: (fault: Fault) => void
  #links: Links = [NOTHING_BEFORE]
  #lastSeq = 0
  #lastHash = NOTHING_BEFORE
  #records = 0

  constructor(allowsGaps: boolean, report: (fault: Fault) => void) {
    this.#allowsGaps = allowsGaps
    this.#report = report
  }

  /** Number and hash of the last record read. */
  get last(): { readonly seq: number; readonly hash: string } {
    return { seq: this.#lastSeq, hash: this.#lastHash }
  }

  get records(): number {
    return this.#records
  }

  add(entry: Entry | Malformed): void {
    this.#records += 1
    if ('problem' in entry) {
      // It stands for one record, as far as anyone can tell.
      this.#lastSeq += 1
      this.#links = undefined
      this.#report({ seq: this.#lastSeq, message: `Record ${this.#lastSeq} ${entry.problem}.` })
      return
    }
    if (!this.#isNext(entry.seq)) return
    this.#checkLink(entry)
    this.#lastSeq = entry.seq
    this.#lastHash = entry.hash
  }

  /** Whether the entry can be the next one; says so where it cannot. */
  #isNext(seq: number): boolean {
    const expected = this.#lastSeq + 1
    if (seq === expected) return true
    if (seq === this.#lastSeq) {
      this.#report({ seq, message: `There is more than one record ${seq}.` })
      return false
    }
    if (seq < expected) {
      this.#report({ seq: expected, message: `Record ${seq} stands where record ${expected} should be.` })
      return false
    }
    this.#links = undefined
    if (this.#allowsGaps) return true
    const missing = seq - expected === 1 ? `Record ${expected} is` : `Records ${expected} to ${seq - 1} are`
    this.#report({ seq: expected, message: `${missing} missing or not in their place.` })
    return true
  }

  #checkLink({ seq, hash: stated, previous, body }: Entry): void {
    const links = this.#links
    if (previous !== undefined && links !== undefined && !links.includes(previous)) {
      this.#report({ seq, message: `Record ${seq} does not follow from the record before it.` })
    }
    // Without the record before, and without its hash, nothing can be computed; that it is missing was said.
    const candidates = previous === undefined ? (links ?? []) : [previous]
    const computed = candidates.map((candidate) => hashRecord(candidate, seq, body))
    const isTrue = candidates.length === 0 || computed.includes(stated)
    if (!isTrue) this.#report({ seq, message: `The hash of record ${seq} does not fit what the record says.` })
    this.#links = isTrue ? [stated] : [stated, ...computed]
  }
}
