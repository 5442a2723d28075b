/** One record as it was found, wherever it was found. Nothing about it is believed yet. */
export interface Entry {
  readonly seq: number
  readonly hash: string
  /** Hash of the record before as the record itself says it; databases do not keep it. */
  readonly previous: string | undefined
  /** The bytes that were hashed. */
  readonly body: Uint8Array | string
}

/** What stands where a record should be, in words: `is not a line of an export`. */
export interface Malformed {
  readonly problem: string
}

export interface Head {
  readonly seq: number
  readonly hash: string
}

export interface Source {
  /** In the order in which they stand there, in portions, so that no more than one is held. */
  readonly entries: AsyncIterable<readonly (Entry | Malformed)[]>
  /** What the place itself holds to be its last record, beside the records; exports have none. */
  readonly ownHead: Head | undefined
  close(): Promise<void>
}

/** Why nothing could be checked at all. The message is a sentence for the person who asked. */
export class CannotCheck extends Error {}

export const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)

export const isSeq = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) > 0
