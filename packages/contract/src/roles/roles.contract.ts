import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { instant } from '../fields.ts'
import { right } from '../rights.ts'
import { ceiling, places } from '../session/session.contract.ts'

export const role = z.object({
  name: z.string(),
  title: z.string(),
  rights: z.array(right),
  /** `claim`: the identity provider says it person by person. */
  scope: places.or(z.literal('claim')),
  ceiling,
  administrator: z.boolean(),
  reasonRequired: z.boolean(),
  /** Values of the claim that give it. */
  claimValues: z.array(z.string()),
  /** Who had the role when the identity provider last said so, the latest to sign in first. */
  people: z.array(z.object({ id: z.string(), name: z.string(), signedInAt: instant })),
})
export type Role = z.infer<typeof role>

export const rolesContract = {
  list: endpoint({ right: 'roles.read', method: 'GET', path: '/roles', summary: 'All roles, and who has them' })
    .input(z.strictObject({}))
    .output(
      z.object({
        items: z.array(role),
        /** The claim whose values lead to roles, and the one that names the groups of a role whose scope is `claim`. */
        claims: z.object({ roles: z.string(), scope: z.string() }),
      }),
    ),
}
