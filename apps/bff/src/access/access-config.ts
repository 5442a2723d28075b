import { rights, type Right } from '@patchbay/contract'
import { z } from 'zod'

/** `*` stands for any part of a right: `users.*`, `*.read`. */
function rightsLike(pattern: string): readonly Right[] {
  const [head = '', ...rest] = pattern.split('*')
  if (rest.length === 0) return rights.filter((right) => right === pattern)
  const tail = rest.join('*')
  return rights.filter(
    (right) => right.length >= head.length + tail.length && right.startsWith(head) && right.endsWith(tail),
  )
}

const rightPattern = z.string().refine((pattern) => rightsLike(pattern).length > 0, {
  error: ({ input }) => `"${String(input)}" is no right of Patchbay. The rights are: ${rights.join(', ')}.`,
})

/** `meridian:EMEA / Deutschland` or `meridian:<id of the group>`; `*` is any instance. */
const place = z.string().regex(/^[^:\s][^:]*:\s*\S/, {
  error: ({ input }) =>
    `"${String(input)}" names no hierarchy group. Give the instance's alias, a colon, and the group's id or the names from the top with " / " between them, as in "meridian:EMEA / Deutschland".`,
})
const places = z.array(place).min(1, 'Name at least one hierarchy group.')
const names = z.array(z.string().min(1, 'A name cannot be empty.'))

const ceiling = z.union(
  [z.literal('all'), z.strictObject({ securityProfiles: names.default([]), permissions: names.default([]) })],
  'Give "all", or an object with securityProfiles, permissions or both.',
)

const role = z
  .strictObject({
    name: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,63}$/, 'A role name has small letters, digits and hyphens, as in team-lead.'),
    title: z.string().min(1, 'Give the title that people see.').max(100, 'A title has at most 100 characters.'),
    rights: z.array(rightPattern).min(1, 'A role needs at least one right.'),
    scope: z.union(
      [z.literal('all'), z.literal('claim'), places],
      'Give "all", "claim" or a list of hierarchy groups.',
    ),
    ceiling: ceiling.default({ securityProfiles: [], permissions: [] }),
    administrator: z.boolean('Give true or false.').default(false),
    reasonRequired: z.boolean('Give true or false.').default(false),
  })
  .check(({ value, issues }) => {
    if (!value.administrator) return
    for (const member of ['scope', 'ceiling'] as const) {
      if (value[member] === 'all') continue
      const message = `An administrator is bounded by nothing: set ${member} to "all", or take administrator away.`
      issues.push({ code: 'custom', input: value, path: [member], message })
    }
  })

/** What a configuration file holds. Every member has a default, so that a file says only what differs. */
export const accessFile = z
  .strictObject({
    contact: z
      .string()
      .min(1, 'Say whom to ask.')
      .max(300, 'At most 300 characters.')
      .default('whoever manages sign-in at your organisation'),
    roles: z
      .array(role)
      .min(1, 'Patchbay needs at least one role.')
      .prefault(() => defaultRoles),
    claims: z
      .strictObject({
        roles: z.record(z.string(), z.string()).default({}),
        scope: z
          .strictObject({
            claim: z.string().min(1, 'Name the claim.').default('patchbay_scope'),
            prefix: z.string().default(''),
            values: z.record(z.string(), places).default({}),
          })
          .prefault({}),
        username: z.string().min(1, 'Name the claim.').default('preferred_username'),
      })
      .prefault({}),
    administratorProfile: z.string().min(1, 'Name the security profile.').default('Admin'),
    privileged: z
      .strictObject({
        securityProfiles: names.default(['Admin']),
        permissions: names.default(['SecurityProfiles.Create', 'SecurityProfiles.Edit', 'Users.EditPermission']),
      })
      .prefault({}),
  })
  .check(({ value, issues }) => {
    const known = value.roles.map(({ name }) => name)
    known.forEach((name, at) => {
      if (known.indexOf(name) === at) return
      const message = `There are two roles "${name}".`
      issues.push({ code: 'custom', input: value, path: ['roles', at, 'name'], message })
    })
    for (const [claimed, name] of Object.entries(value.claims.roles)) {
      if (known.includes(name)) continue
      const message = `There is no role "${name}". The roles are: ${known.join(', ')}.`
      issues.push({ code: 'custom', input: value, path: ['claims', 'roles', claimed], message })
    }
  })

/** The four roles that are there without a configuration file. */
const defaultRoles: z.input<typeof role>[] = [
  { name: 'administrator', title: 'Administrator', rights: ['*'], scope: 'all', ceiling: 'all', administrator: true },
  {
    name: 'supervisor',
    title: 'Supervisor',
    rights: [
      'users.*',
      'security-profiles.*',
      'hierarchy.read',
      'routing-profiles.read',
      'changes.read',
      'connect.open',
    ],
    scope: 'claim',
    // Connect's own defaults below Admin: every instance has them.
    ceiling: { securityProfiles: ['Agent', 'CallCenterManager', 'QualityAnalyst'] },
  },
  {
    // No e-mail: whoever can change an e-mail address can take over the account behind it.
    name: 'helpdesk',
    title: 'Helpdesk',
    rights: [
      'users.read',
      'users.name.write',
      'users.mobile.write',
      'users.phone.write',
      'users.channels.write',
      'security-profiles.read',
      'hierarchy.read',
      'routing-profiles.read',
      'connect.open',
    ],
    scope: 'all',
  },
  { name: 'auditor', title: 'Auditor', rights: ['*.read', 'changes.export'], scope: 'all' },
]

type ParsedFile = z.output<typeof accessFile>

export interface Role extends Omit<ParsedFile['roles'][number], 'rights'> {
  readonly rights: ReadonlySet<Right>
}

/** Who may do what, as configured: roles by name, and how claims lead to them. */
export interface AccessConfig extends Omit<ParsedFile, 'roles'> {
  readonly roles: ReadonlyMap<string, Role>
}

export function toAccessConfig({ roles, ...rest }: ParsedFile): AccessConfig {
  const expanded = roles.map((one) => [one.name, { ...one, rights: new Set(one.rights.flatMap(rightsLike)) }] as const)
  return { ...rest, roles: new Map(expanded) }
}

/** What counts without a configuration file. */
export const defaultAccess: AccessConfig = toAccessConfig(accessFile.parse({}))
