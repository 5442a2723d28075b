import { randomBytes } from 'node:crypto'
import type { DirectoryType } from '@aws-sdk/client-connect'
import { instanceArn } from '../rules/arn.ts'
import { DEFAULT_QUOTAS, type QuotaName, type Quotas } from '../rules/quota.ts'
import type { Instance } from '../state/instance.ts'
import type { World } from '../state/world.ts'
import { duplicate, invalidRequest } from '../wire/aws-error.ts'
import { createRandom, type Random } from './random.ts'
import { seedAgentStatuses, seedUserStates } from './seed-agent-statuses.ts'
import { seedAiAgents } from './seed-ai-agents.ts'
import { seedHierarchy } from './seed-hierarchy.ts'
import { seedNotifications } from './seed-notifications.ts'
import { seedPeople } from './seed-people.ts'
import { seedPredefinedAttributes } from './seed-proficiencies.ts'
import { seedRoutingProfiles, seedSecurityProfiles } from './seed-profiles.ts'
import { seedQueues } from './seed-queues.ts'
import { seedQuickConnects } from './seed-quick-connects.ts'
import { seedViews } from './seed-views.ts'
import { seedWorkspaces } from './seed-workspaces.ts'

/** What a new instance holds. Numbers left out give what a new instance of AWS has: 4 security profiles, 1 routing profile, nobody. */
export interface InstanceSpec {
  /** Unique; generated when left out. */
  alias?: string
  /** The same seed gives the same data; with the same alias, ids and ARNs too. Default 1. */
  seed?: number
  users?: number
  /** Five levels are made when this is more than 0. */
  hierarchyGroups?: number
  /** In all, the four defaults among them. */
  securityProfiles?: number
  routingProfiles?: number
  workspaces?: number
  aiAgents?: number
  /** Most of them lead to people. */
  quickConnects?: number
  /** Some for everybody, some for a few; some read, some hidden. */
  notifications?: number
  identityManagementType?: DirectoryType
  /** Where the instance's website would be, for a test with a stand-in for it. Default: where AWS has it. */
  accessUrl?: string
  /** Service quotas; AWS's defaults, or twice what is seeded where that is more. */
  quotas?: Partial<Quotas>
}

export interface CreatedInstance {
  instanceId: string
  arn: string
  alias: string
}

/** As the model's DirectoryAlias has it. */
const ALIAS = /^(?!d-)([\da-zA-Z]+)([-]*[\da-zA-Z])*$/
const ALIAS_MAX = 45
const QUOTA_NAMES = Object.keys(DEFAULT_QUOTAS) as QuotaName[]
const MAX_COUNT = 1_000_000
const SEEDED_AT = Date.UTC(2026, 0, 5, 8, 0, 0)

/**
 * Creates a seeded instance and commits it in one go.
 * @throws AwsError DuplicateResourceException for an alias in use, InvalidRequestException for a spec out of bounds
 */
export function createInstance(world: World, spec: InstanceSpec, region: string): CreatedInstance {
  const alias = spec.alias ?? `instance-${randomBytes(6).toString('hex')}`
  requireSpec(spec, alias)
  if (world.instances.find((instance) => instance.alias === alias))
    throw duplicate(`An instance with the alias ${alias} already exists`)
  const seed = spec.seed ?? 1
  // Ids follow alias and seed, so that two instances never share one; all else follows the seed alone.
  const instanceId = createRandom(`${alias} ${seed}`).uuid()
  const arn = instanceArn(region, instanceId)
  const instance = world.addInstance({
    id: instanceId,
    seq: world.nextSeq(),
    alias,
    arn,
    region,
    identityManagementType: spec.identityManagementType ?? 'CONNECT_MANAGED',
    ...(spec.accessUrl !== undefined && { accessUrl: spec.accessUrl }),
    createdTime: SEEDED_AT,
    quotas: quotasOf(spec),
    levels: [],
    attributes: {},
  })
  try {
    fill(world, instance, spec, seed)
    world.journal.commit()
  } catch (error) {
    world.journal.rollback()
    throw error
  }
  return { instanceId, arn, alias }
}

function fill(world: World, instance: Instance, spec: InstanceSpec, seed: number): void {
  const { users = 0, routingProfiles = 1, workspaces = 0, aiAgents = 0, quickConnects = 0, notifications = 0 } = spec
  const random = createRandom(`${seed}`, instance.id)
  // Streams of their own, so that one kind of resource does not change what another is seeded with.
  const stream = (name: string): Random => createRandom(`${seed} ${name}`, `${instance.id} ${name}`)
  if (spec.hierarchyGroups) seedHierarchy(world, instance, spec.hierarchyGroups, random, SEEDED_AT)
  seedQueues(world, instance, routingProfiles > 1, stream('queues'), SEEDED_AT)
  seedAgentStatuses(world, instance, users > 0, stream('statuses'), SEEDED_AT)
  seedPredefinedAttributes(world, instance, SEEDED_AT)
  seedViews(world, instance, workspaces > 0, SEEDED_AT)
  seedSecurityProfiles(world, instance, spec.securityProfiles ?? 0, random, SEEDED_AT)
  seedRoutingProfiles(world, instance, routingProfiles, random, SEEDED_AT)
  seedPeople(world, instance, users, random, stream('skills'), SEEDED_AT)
  seedUserStates(world, instance, stream('states'), SEEDED_AT)
  seedWorkspaces(world, instance, workspaces, stream('workspaces'), SEEDED_AT)
  seedAiAgents(world, instance, aiAgents, stream('ai agents'))
  seedQuickConnects(world, instance, quickConnects, stream('quick connects'), SEEDED_AT)
  seedNotifications(world, instance, notifications, stream('notifications'), SEEDED_AT)
}

function quotasOf(spec: InstanceSpec): Quotas {
  const quotas = { ...DEFAULT_QUOTAS }
  for (const name of QUOTA_NAMES) quotas[name] = spec.quotas?.[name] ?? Math.max(quotas[name], 2 * (spec[name] ?? 0))
  return quotas
}

function requireSpec(spec: InstanceSpec, alias: string): void {
  if (!ALIAS.test(alias) || alias.length > ALIAS_MAX) {
    throw invalidRequest(`alias takes 1 to ${ALIAS_MAX} letters, digits and hyphens, and not d- at its start`)
  }
  const { identityManagementType: type = 'CONNECT_MANAGED' } = spec
  if (!['CONNECT_MANAGED', 'SAML', 'EXISTING_DIRECTORY'].includes(type)) {
    throw invalidRequest('identityManagementType must be CONNECT_MANAGED, SAML or EXISTING_DIRECTORY')
  }
  if (spec.accessUrl !== undefined && !/^https?:/.test(URL.parse(spec.accessUrl)?.href ?? '')) {
    throw invalidRequest('accessUrl must be a web address')
  }
  for (const name of QUOTA_NAMES) {
    requireCount(name, spec[name])
    requireCount(`quotas.${name}`, spec.quotas?.[name])
  }
  requireCount('workspaces', spec.workspaces)
  requireCount('aiAgents', spec.aiAgents)
  requireCount('notifications', spec.notifications)
  if (spec.seed !== undefined && !Number.isSafeInteger(spec.seed)) throw invalidRequest('seed must be a whole number')
}

function requireCount(name: string, value: number | undefined): void {
  if (value === undefined || (Number.isInteger(value) && value >= 0 && value <= MAX_COUNT)) return
  throw invalidRequest(`${name} must be a whole number from 0 to ${MAX_COUNT}`)
}
