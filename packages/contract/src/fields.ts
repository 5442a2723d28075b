import { z } from 'zod'

/**
 * Smithy counts a string's length in Unicode code points; JavaScript's `length` counts UTF-16 units. As a pattern the bound
 * stands in the OpenAPI document too.
 */
const codePoints = (min: number, max: number | '') => new RegExp(`^[\\s\\S]{${min},${max}}$`, 'u')

/** A text of `min` to `max` code points, in Unicode NFC (Connect demands NFC for names, and it makes equal text equal). */
export function text(label: string, { min = 0, max }: { min?: number; max: number }) {
  return (
    z
      .string(`${label} has to be text.`)
      // Half of a surrogate pair is no character, and cannot be sent as UTF-8.
      .refine((value) => value.isWellFormed(), `${label} has a broken character.`)
      .normalize('NFC')
      .regex(
        codePoints(min, ''),
        min === 1 ? `Enter ${lowerFirst(label)}.` : `${label} needs at least ${min} characters.`,
      )
      .regex(codePoints(0, max), `${label} can have at most ${max.toLocaleString('en')} characters.`)
  )
}

function lowerFirst(label: string): string {
  return label.startsWith('E-mail') || label.charAt(0) === label.charAt(0).toLowerCase()
    ? label
    : label.charAt(0).toLowerCase() + label.slice(1)
}

/** `null` and an emptied input both mean "none": forms hold text, the API answers null. */
export function optional<T extends z.ZodType<string, string>>(schema: T) {
  return z
    .string('This has to be text.')
    .nullable()
    .transform((value) => (value === '' ? null : value))
    .pipe(schema.nullable())
}

/** E.164, the pattern of UserPhoneConfig.DeskPhoneNumber and UserIdentityInfo.Mobile, anchored. */
export function e164(label: string) {
  return z
    .string(`${label} has to be text.`)
    .regex(
      /^\+[1-9]\d{1,14}$/,
      `${label} has to be in E.164 form: a plus sign, then 2 to 15 digits without spaces, as in +442071838750.`,
    )
}

/** https://docs.aws.amazon.com/connect/latest/APIReference/API_UserIdentityInfo.html, anchored at the end too. */
export function emailAddress(label: string) {
  return z
    .string(`${label} has to be text.`)
    .regex(
      /^(?=.{0,265}$)[a-zA-Z0-9._%+-]+@[a-zA-Z0-9.-]+\.[a-zA-Z]{2,63}$/,
      `${label} has to look like name@example.com.`,
    )
}

/** Tags of a resource: https://docs.aws.amazon.com/connect/latest/APIReference/API_TagResource.html */
export const tags = z.preprocess(
  requireKeysThatStay,
  z
    .record(
      text('The tag key', { min: 1, max: 128 }).regex(
        /^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u,
        'A tag key can have letters, digits, spaces and _ . : / = + - @, and cannot start with aws:.',
      ),
      text('The tag value', { max: 256 }),
    )
    .refine((value) => Object.keys(value).length <= 50, 'A resource can have at most 50 tags.'),
)
export type Tags = z.infer<typeof tags>

/** Tags as Amazon Connect has them: what is there is shown, whatever is asked of new ones. */
export const storedTags = z.record(z.string(), z.string())

/** In what was parsed one of two keys that are the same in NFC is gone already, and `__proto__` with it: zod leaves that out. */
function requireKeysThatStay(value: Record<string, string>, context: z.core.$RefinementCtx): Record<string, string> {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : []
  const refuse = (message: string) => context.addIssue({ code: 'custom', input: value, message })
  if (keys.includes('__proto__')) refuse('A tag cannot be called __proto__.')
  if (new Set(keys.map((key) => key.normalize('NFC'))).size < keys.length) refuse('A tag key is there twice.')
  return value
}

/** An id that Connect gave, or an alias: opaque to us, bounded so that it fits a path. */
export const id = z
  .string('An id has to be text.')
  .min(1, 'An id cannot be empty.')
  .max(256, 'An id can have at most 256 characters.')
  // Half of a surrogate pair cannot be sent as UTF-8: it would reach Connect as another id.
  .refine((value) => value.isWellFormed(), 'An id cannot have a broken character.')

/** Why a change is made, a ticket number for instance. It goes into the audit trail. */
export const reason = text('The reason', { max: 500 }).optional()

/** A hash of what was read. A write carries the one it was based on. */
export const version = z
  .string('Send the version that you read.')
  .min(1, 'Send the version that you read.')
  .max(128, 'A version has at most 128 characters.')

/** ISO 8601 in UTC. */
export const instant = z.iso.datetime()

/** Something named that another resource points at. `name` is null when Connect no longer has it. */
export const reference = z.object({ id: z.string(), name: z.string().nullable() })
export type Reference = z.infer<typeof reference>

/** The form of every list. `complete` is false when `items` is known not to be everything. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), total: z.number().int(), asOf: instant, complete: z.boolean() })
}

/** What every answer from the directory says of its age, beside `asOf`. */
export const directoryState = {
  /** A newer reading is on its way: ask again soon. */
  refreshing: z.boolean(),
  /** Why the last try to read it anew failed; `asOf` says how old what is shown is. */
  problem: z.object({ code: z.string(), message: z.string(), at: instant }).nullable(),
}

/** A list out of the directory. */
export function directoryListOf<T extends z.ZodType>(item: T) {
  return listOf(item).extend(directoryState)
}
/** Amazon Connect did not answer: this is what was last read, `asOf` then. A write is based on a new reading all the same. */
export const isStale = z.boolean()

/** A parameter of an address. */
export function yesOrNo(name: string, standard: boolean) {
  return z
    .union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')], `${name} is true or false.`)
    .default(standard)
}

/** Of a read that the directory answers: waits until Amazon Connect was read anew instead of answering what is known. */
export const fresh = yesOrNo('fresh', false)

/** Its bound is that of InstanceId: https://docs.aws.amazon.com/connect/latest/APIReference/API_DescribeInstance.html */
export const instanceAlias = z
  .string('An instance is named by its alias.')
  .min(1, 'Name the instance.')
  .max(100, 'An instance alias can have at most 100 characters.')
