import type fc from 'fast-check'
import type { z } from 'zod'
import { Fault } from '../../apps/bff/src/http/fault.ts'
import type { ConnectInstance } from '../../apps/bff/src/connect/connect-door.ts'
import { parseDuration } from '../../apps/web/src/features/users/after-contact-work.ts'
import type { Place } from './connect.ts'

/** One settings group, as each of the three sides has it. */
interface Sides<Typed, Body> {
  readonly name: string
  /** What somebody types: all is well but for one thing, which is near a bound. */
  readonly typed: (place: Place) => fc.Arbitrary<Typed>
  /** The very schema of the form, and what its page sends; undefined where the form refuses. */
  readonly browser: (place: Place, typed: Typed) => Body | undefined
  /**
   * What the words ask for, were nobody to check it: pasted blanks taken off, text in NFC, and nothing else. Undefined where no request
   * can say it, such as the same tag twice.
   */
  readonly asked: (place: Place, typed: Typed) => Body | undefined
  /** The contract, and what the server's own rules say of this kind of instance; undefined where it is refused. */
  readonly server: (place: Place, body: Body) => Body | undefined
  /** The server's own way to put it into a call. */
  readonly send: (instance: ConnectInstance, place: Place, body: Body) => Promise<unknown>
  /** Over HTTP, without version. */
  readonly request: (
    place: Place,
    body: Body,
  ) => { readonly method: 'PUT' | 'POST'; readonly path: string; readonly body: object }
}

export type Group = Sides<unknown, unknown>

/** Forgets what is typed and sent: each group is asked with its own alone. */
export function groupOf<Typed, Body>(sides: Sides<Typed, Body>): Group {
  return sides as unknown as Group
}

/** What a schema makes of a value, or undefined where it refuses. */
export function taken<Output>(schema: z.ZodType<Output>, value: unknown): Output | undefined {
  const parsed = schema.safeParse(value)
  return parsed.success ? parsed.data : undefined
}

/** What the server's rules leave, or undefined where they refuse it as a fault of fields. */
export function unlessRefused<Output>(rule: () => Output): Output | undefined {
  try {
    return rule()
  } catch (error) {
    if (error instanceof Fault && error.code === 'BAD_REQUEST') return undefined
    throw error
  }
}

/** A page makes its form once, and so do 5,000 inputs: making a schema takes longer than asking it. */
export function once<Key, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const made = new Map<Key, Made>()
  return (key) => {
    const found = made.get(key) ?? make(key)
    made.set(key, found)
    return found
  }
}

/** What was read before, where it does not matter which. */
export const version = 'v'

export const pathOf = (place: Place, group: string) => `/users/${place.userId}/${group}`

export const nfc = (typed: string) => typed.normalize('NFC')

/** Numbers are typed with blanks and dashes. Empty is none. */
export const askedNumber = (typed: string) => typed.replaceAll(/[\s\u2010-\u2015-]/gu, '') || null
export const askedAddress = (typed: string) => typed.trim() || null

/** Seconds; what is no time stays the text that it is. Below zero and broken numbers are no way to type a time, yet can be asked for. */
export function askedSeconds(typed: string): number {
  const seconds = parseDuration(typed)
  if (seconds !== undefined) return seconds
  return (/^-[1-9]\d*$|^\d+\.\d*[1-9]$/.test(typed) ? Number(typed) : typed) as number
}
