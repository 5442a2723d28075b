import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { instanceAlias, instant } from '../fields.ts'
import { right } from '../rights.ts'
import { groupReference } from '../users/user.ts'
import { identityManagementType } from '../users/user-fields.ts'

export const instance = z.object({
  alias: z.string(),
  /** The id is shown for support cases; requests name instances by alias only. */
  id: z.string(),
  region: z.string(),
  identityManagementType,
})
export type Instance = z.infer<typeof instance>

/** Everywhere, or in hierarchy groups with all below them, as configured: `meridian:EMEA / Deutschland`. */
export const places = z.literal('all').or(z.array(z.string()))
export type Places = z.infer<typeof places>

export const session = z.object({
  person: z.object({ id: z.string(), name: z.string() }),
  roles: z.array(z.string()),
  rights: z.array(right),
  /** Whose settings one may look at. `GET /api/session/rights` tells it right by right, with the groups found. */
  scope: places,
  /** Whether each change needs a reason. */
  reasonRequired: z.boolean(),
  instances: z.array(instance),
  /** When the session ends whatever one does. */
  expiresAt: instant,
})
export type Session = z.infer<typeof session>

/** What may be handed out: permissions in these security profiles, and these. */
export const ceiling = z
  .literal('all')
  .or(z.object({ securityProfiles: z.array(z.string()), permissions: z.array(z.string()) }))
export type Ceiling = z.infer<typeof ceiling>

export const ownRights = z.object({
  roles: z.array(z.object({ name: z.string(), title: z.string() })),
  rights: z.array(
    z.object({
      right,
      allowed: z.boolean(),
      /** Where it holds on this instance; empty where it does not. */
      scope: z.literal('all').or(z.array(groupReference)),
    }),
  ),
  /** Places of one's scope that are no group of this instance: they give nothing. */
  unknownPlaces: z.array(z.string()),
  ceiling,
  isAdministrator: z.boolean(),
  reasonRequired: z.boolean(),
  /** Whoever holds one of these can be changed by administrators only. */
  privileged: z.object({ securityProfiles: z.array(z.string()), permissions: z.array(z.string()) }),
  /** Whom to ask for more. */
  contact: z.string(),
})
export type OwnRights = z.infer<typeof ownRights>

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

  rights: endpoint({
    right: 'signed-in',
    method: 'GET',
    path: '/session/rights',
    summary: 'What I may do on one instance, to whom, and what I may hand out',
  })
    .input(z.strictObject({ instance: instanceAlias }))
    .output(ownRights),
}
