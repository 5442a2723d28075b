import { z } from 'zod'
import { right } from '../rights.ts'

/** Of the rights that somebody holds: those that do not hold for this person or security profile, and why, in words for them. */
export const userRefusals = z.object({ items: z.array(z.object({ right, reason: z.string() })) })
export type UserRefusals = z.infer<typeof userRefusals>
