import type { FieldChange, FieldValue, TargetKind } from '@patchbay/contract'
import type { OperationName } from '../../connect/operations.ts'
import type { WriteOptions } from '../../connect/upstream.ts'
import type { Caller } from '../caller.ts'

/** One write to Amazon Connect: what is sent, and what it changes. */
export interface Write {
  /** Null: it is kept in Patchbay's own store, and Amazon Connect is not asked. */
  readonly operation: OperationName | null
  /** What was done, as a sentence: `The phone settings were written.` */
  readonly done: string
  /** Only what changes. Never a secret. */
  readonly fields: readonly FieldChange[]
  /** A field that the operation sets as well, though only `fields` are asked for. */
  readonly alsoSets?: 'channels'
  readonly send: (options: WriteOptions) => Promise<unknown>
}

/** What a write is based on, and why it is made. */
export interface WriteBase {
  readonly id: string
  readonly version: string
  readonly reason?: string | undefined
}

/** The value of one field, or of one part of a field that has parts. */
export interface FieldState {
  readonly field: string
  readonly key: string | null
  readonly value: FieldValue
}

/** What reading takes of a caller; the follow-up, which nobody asked for, has it too. */
export type Reader = Pick<Caller, 'instance' | 'signal' | 'now'>

/** What a resource is called, where it stands, and what its ids are called: written down with each change, since all may be gone later. */
export interface Description {
  readonly name: string
  /** Hierarchy group and all above it, from the top. */
  readonly groups: readonly string[]
  readonly names: Readonly<Record<string, string>>
}

/** A kind of resource that can be written. */
export interface Subject<Reading extends { readonly version: string }, Answer extends object> {
  readonly kind: TargetKind
  /** As the resource is called in messages: `person`. */
  readonly word: string
  /** Reads it now, never from a cache. Throws NOT_FOUND. */
  read(reader: Reader, id: string): Promise<Reading>
  /** All fields that a write can change, flat. */
  states(reading: Reading): readonly FieldState[]
  describe(caller: Caller, reading: Reading): Promise<Description>
  /** The reading in the form of the contract. */
  answer(caller: Caller, reading: Reading): Promise<Answer>
  /** Throws the NOT_FOUND of a read that found nothing where the caller may not look at it. Asked before anything else is. */
  requireVisible(caller: Caller, reading: Reading): void
  /** Throws FORBIDDEN where the caller may look at it, but not change these fields so. */
  requireWritable(caller: Caller, reading: Reading, fields: readonly FieldChange[]): Promise<void>
  requireDeletable(caller: Caller, reading: Reading): Promise<void>
  /** What was just read after a write, for the directory. */
  remember(reader: Reader, reading: Reading): Promise<void> | void
}

/** What differs between two states of fields; parts that are on one side only are not there (null) on the other. */
export function differences(before: readonly FieldState[], after: readonly FieldState[]): FieldChange[] {
  const was = new Map(before.map((state) => [placeOf(state), state]))
  const is = new Map(after.map((state) => [placeOf(state), state]))
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((place) => {
    const { field, key } = (was.get(place) ?? is.get(place)) as FieldState
    const change = { field, key, before: was.get(place)?.value ?? null, after: is.get(place)?.value ?? null }
    return sameValue(change.before, change.after) ? [] : [change]
  })
}

/** Lists are sets in Connect. */
export function sameValue(a: FieldValue, b: FieldValue): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b
  return a.length === b.length && new Set(a).symmetricDifference(new Set(b)).size === 0
}

export const placeOf = ({ field, key }: Pick<FieldState, 'field' | 'key'>) => JSON.stringify([field, key])
