import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { instanceAlias, instant } from '../fields.ts'
import { right } from '../rights.ts'
import { identityManagementType } from '../users/user-fields.ts'

export const instance = z.object({
  alias: z.string(),
  /** The id is shown for support cases; requests name instances by alias only. */
  id: z.string(),
  region: z.string(),
  identityManagementType,
})
export type Instance = z.infer<typeof instance>

export const session = z.object({
  person: z.object({ id: z.string(), name: z.string() }),
  roles: z.array(z.string()),
  rights: z.array(right),
  /** `all` until rights are bounded by hierarchy groups. */
  scope: z.literal('all'),
  instances: z.array(instance),
  /** When the session ends whatever one does. */
  expiresAt: instant,
})
export type Session = z.infer<typeof session>

export const sessionContract = {
  read: endpoint({
    right: 'signed-in',
    method: 'GET',
    path: '/session',
    summary: 'Who I am, my rights, the instances I may see',
  })
    // `instance`: the alias that the page is about. The list of instances is kept for minutes; a newer one is looked for.
    .input(z.strictObject({ instance: instanceAlias.optional() }))
    .output(session),
}
