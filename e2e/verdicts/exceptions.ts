import type { UserCreate } from '@patchbay/contract'
import type { Place } from './connect.ts'

/** Where Patchbay and Amazon Connect are not of one mind, knowingly. */
interface Exception {
  readonly name: string
  readonly why: string
  /** The group whose inputs show it. */
  readonly seenIn: string
  /** Who says no. Patchbay where Connect says nothing against it, or Connect alone, of what nobody else can know. */
  readonly refusedBy: 'Patchbay' | 'Connect'
  readonly holds: (at: {
    readonly group: string
    readonly place: Place
    readonly asked: unknown
    readonly refusal: string | undefined
  }) => boolean
}

const somewhere = (value: unknown, has: (text: string) => boolean): boolean => {
  if (typeof value === 'string') return has(value)
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, inside]) => has(key) || somewhere(inside, has))
}

const hasProto = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (Object.hasOwn(value, '__proto__') || Object.values(value).some(hasProto))

export const exceptions: readonly Exception[] = [
  {
    name: 'half a character',
    seenIn: 'identity',
    why: 'Half of a surrogate pair is no character: it cannot be written as UTF-8, so nobody knows what Connect would keep.',
    refusedBy: 'Patchbay',
    holds: ({ asked }) => somewhere(asked, (text) => !text.isWellFormed()),
  },
  {
    name: 'user names that cannot be read',
    seenIn: 'create',
    why: 'Blanks and control characters in a user name: Connect documents no rule against them (USR-01), and nobody could tell or type such a name.',
    refusedBy: 'Patchbay',
    holds: ({ group, asked }) => group === 'create' && /[\s\p{Cc}\p{Cf}]/u.test((asked as UserCreate).username),
  },
  {
    name: 'levels between the levels',
    seenIn: 'proficiencies',
    why: 'Connect takes fractions over the wire; its own pages and its routing know 1, 2, 3, 4 and 5.',
    refusedBy: 'Patchbay',
    holds: ({ group, asked }) =>
      group === 'proficiencies' &&
      (asked as { level: unknown }[]).some(({ level }) => typeof level === 'number' && !Number.isInteger(level)),
  },
  {
    name: 'a tag called __proto__',
    seenIn: 'tags',
    why: 'Libraries for JSON drop that key, so the tag would be lost on the way without a word.',
    refusedBy: 'Patchbay',
    holds: ({ asked }) => hasProto(asked),
  },
  {
    name: 'a reason of more than 500 characters',
    seenIn: 'create',
    why: 'The reason is kept in the audit trail. Connect never sees it.',
    refusedBy: 'Patchbay',
    holds: ({ group, asked }) => group === 'create' && /^[\s\S]{501}/u.test((asked as UserCreate).reason ?? ''),
  },
  {
    name: 'a directory out of reach',
    seenIn: 'create',
    why: 'Only Connect knows whether it reaches the company’s directory, and so whether it needs a person’s id there (USR-11).',
    refusedBy: 'Connect',
    holds: ({ refusal }) => /DirectoryUserId is required/.test(refusal ?? ''),
  },
  {
    name: 'what is not there',
    seenIn: 'security profiles',
    why: 'Whether a security profile, an attribute or its value exists Connect alone knows; forms offer those that were read.',
    refusedBy: 'Connect',
    holds: ({ refusal }) => /was not found|is not a value of/.test(refusal ?? ''),
  },
]
