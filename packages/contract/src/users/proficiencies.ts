import { z } from 'zod'
import { instant, reason, text, version } from '../fields.ts'

/** https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html */
const MAX_PROFICIENCIES = 10

/** https://docs.aws.amazon.com/connect/latest/APIReference/API_UserProficiency.html */
const proficiencyWrite = z.strictObject({
  attributeName: text('The attribute', { min: 1, max: 100 }),
  attributeValue: text('The value', { min: 1, max: 100 }),
  level: z
    .int('The level has to be a whole number from 1 to 5.')
    .min(1, 'The level has to be 1 or more.')
    .max(5, 'The level can be at most 5.'),
})

const isNamedOnce = (all: readonly { attributeName: string; attributeValue: string }[]) =>
  new Set(all.map((one) => JSON.stringify([one.attributeName, one.attributeValue]))).size === all.length

export const proficienciesWrite = z.strictObject({
  version,
  reason,
  proficiencies: z
    .array(proficiencyWrite)
    .max(MAX_PROFICIENCIES, `A person can have at most ${MAX_PROFICIENCIES} proficiencies.`)
    .refine(isNamedOnce, 'Each proficiency can be given once.'),
})

/** As Connect tells it: its levels are no whole numbers by type. */
export const proficiency = z.object({ attributeName: z.string(), attributeValue: z.string(), level: z.number() })
export type Proficiency = z.infer<typeof proficiency>

/** Apart from the rest of a person, since they take a call of their own. The version is theirs alone. */
export const userProficiencies = z.object({
  id: z.string(),
  version: z.string(),
  proficiencies: z.array(proficiency),
  asOf: instant,
})
export type UserProficiencies = z.infer<typeof userProficiencies>
