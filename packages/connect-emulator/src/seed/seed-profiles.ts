import type { QueueRecord, RoutingProfileRecord, SecurityProfileRecord } from '../state/records.ts'
import type { Instance } from '../state/instance.ts'
import type { World } from '../state/world.ts'
import defaultProfiles from './default-profiles.json' with { type: 'json' }
import type { Random } from './random.ts'

interface ProfileIdea {
  name: string
  description: string
  /** Takes those permissions of Admin that start with one of these. */
  prefixes: readonly string[]
  tags?: Record<string, string>
  hierarchy?: boolean
}

const IDEAS: readonly ProfileIdea[] = [
  {
    name: 'Supervisor',
    description: 'Runs a team: people, real-time metrics, recordings',
    prefixes: ['Users.', 'AccessMetrics', 'AgentGrouping', 'AgentStates'],
  },
  {
    name: 'Supervisor_EMEA',
    description: 'Supervisor for people of one hierarchy branch',
    prefixes: ['Users.', 'AccessMetrics'],
    hierarchy: true,
  },
  {
    name: 'Helpdesk',
    description: 'Finds people and resets phone settings',
    prefixes: ['Users.', 'AgentGrouping.View'],
  },
  {
    name: 'Helpdesk Lisbon',
    description: 'Helpdesk for people tagged with the site Lisbon',
    prefixes: ['Users.'],
    tags: { Site: 'Lisbon' },
  },
  {
    name: 'Helpdesk Krakow',
    description: 'Helpdesk for people tagged with the site Kraków',
    prefixes: ['Users.'],
    tags: { Site: 'Kraków' },
  },
  { name: 'Auditor', description: 'Reads, never writes', prefixes: ['AccessMetrics', 'ContactSearch', 'Historical'] },
  {
    name: 'Workforce-Planning',
    description: 'Forecasts, capacity plans, schedules',
    prefixes: ['Forecast', 'Capacity', 'Schedul', 'TimeOff'],
  },
  {
    name: 'Flow Designer',
    description: 'Flows, modules, prompts and bots',
    prefixes: ['ContactFlow', 'FlowModules', 'Prompts', 'Bots'],
  },
  {
    name: 'Routing Manager',
    description: 'Queues, routing profiles, hours',
    prefixes: ['Queues', 'RoutingPolicies', 'HoursOfOperation', 'TransferDestinations'],
  },
  { name: 'Case Worker', description: 'Cases and their fields', prefixes: ['Cases', 'Case'] },
  { name: 'Customer Profiles', description: 'Reads and edits customer profiles', prefixes: ['CustomerProfiles'] },
  { name: 'Evaluator', description: 'Evaluation forms and results', prefixes: ['Evaluation', 'MyEvaluation'] },
  { name: 'Outbound', description: 'Outbound campaigns', prefixes: ['Campaigns', 'Outbound'] },
  { name: 'Knowledge Editor', description: 'Content and AI agents', prefixes: ['QConnect', 'Content', 'Wisdom'] },
  { name: 'Reporting', description: 'Dashboards and saved reports', prefixes: ['AccessMetrics', 'MetricsReports'] },
  { name: 'Trainee', description: 'First weeks on the phone', prefixes: ['BasicAgentAccess'] },
  {
    name: 'Night shift lead',
    description: 'Supervisor rights at night',
    prefixes: ['Users.View', 'AccessMetrics', 'RealtimeContactLens'],
  },
  { name: 'Rules', description: 'Contact Lens rules', prefixes: ['Rules'] },
  {
    name: 'Vendor@Teleperf',
    description: 'External agents; restricted to their tag',
    prefixes: ['Users.View'],
    tags: { Site: 'Manila' },
  },
  { name: 'Break-glass', description: 'Everything, for emergencies only', prefixes: [''] },
]

const ROUTING_PROFILES = [
  'Basic Routing Profile',
  'Sales',
  'Service',
  'Claims',
  'Billing',
  'Technical support',
  'Retention',
  'Chat only',
  'E-mail and tasks',
  'Español',
  '日本語サポート',
  'VIP',
  'Night shift',
  'Outbound callbacks',
]

/** The four defaults of every instance (SP-06), then made-up ones up to `count`. */
export function seedSecurityProfiles(
  world: World,
  instance: Instance,
  count: number,
  random: Random,
  now: number,
): void {
  const admin = defaultProfiles.find((profile) => profile.name === 'Admin')?.permissions ?? []
  const firstGroup = instance.hierarchyGroups.find((group) => group.parentId !== undefined)?.id
  for (const { name, description, permissions } of defaultProfiles) {
    instance.securityProfiles.put(securityProfile(world, instance, random, now, { name, description, permissions }))
  }
  for (let at = 0; at < count - defaultProfiles.length; at++) {
    const idea = IDEAS[at % IDEAS.length]
    if (!idea) return
    const round = Math.floor(at / IDEAS.length)
    const restricted = idea.hierarchy === true && firstGroup !== undefined
    instance.securityProfiles.put(
      securityProfile(world, instance, random, now, {
        name: round === 0 ? idea.name : `${idea.name} ${round + 1}`,
        description: idea.description,
        permissions: admin.filter((permission) => idea.prefixes.some((prefix) => permission.startsWith(prefix))),
        allowedAccessControlTags: idea.tags ?? {},
        tagRestrictedResources: idea.tags ? ['User'] : [],
        hierarchyRestrictedResources: restricted ? ['User'] : [],
        allowedAccessControlHierarchyGroupId: restricted ? firstGroup : undefined,
        tags: random.chance(0.3) ? { Owner: 'operations' } : {},
      }),
    )
  }
}

function securityProfile(
  world: World,
  instance: Instance,
  random: Random,
  now: number,
  content: Pick<SecurityProfileRecord, 'name' | 'description' | 'permissions'> & Partial<SecurityProfileRecord>,
): SecurityProfileRecord {
  return {
    allowedAccessControlTags: {},
    tagRestrictedResources: [],
    hierarchyRestrictedResources: [],
    applications: [],
    allowedFlowModules: [],
    allowedAIAgents: [],
    tags: {},
    ...content,
    id: random.uuid(),
    seq: world.nextSeq(),
    lastModifiedTime: now - random.integer(200 * 24 * 3600) * 1000,
    lastModifiedRegion: instance.record.region,
  }
}

/** The basic routing profile of every instance (OTH-07), then made-up ones up to `count`. */
export function seedRoutingProfiles(
  world: World,
  instance: Instance,
  count: number,
  random: Random,
  now: number,
): void {
  const queues = [...instance.queues]
  for (let at = 0; at < Math.max(count, 1); at++) {
    const base = ROUTING_PROFILES[at % ROUTING_PROFILES.length] ?? 'Routing profile'
    const round = Math.floor(at / ROUTING_PROFILES.length)
    const profile: RoutingProfileRecord = {
      id: random.uuid(),
      seq: world.nextSeq(),
      name: round === 0 ? base : `${base} ${round + 1}`,
      description: at === 0 ? 'A simple routing profile.' : `Routing profile ${base}`,
      isDefault: at === 0,
      mediaConcurrencies: MEDIA_CONCURRENCIES,
      defaultOutboundQueueId: queues[0]?.id ?? '',
      queueConfigs: queuesOf(queues, at),
      manualAssignmentQueueConfigs: [],
      agentAvailabilityTimer: 'TIME_SINCE_LAST_ACTIVITY',
      tags: {},
      lastModifiedTime: now - random.integer(200 * 24 * 3600) * 1000,
      lastModifiedRegion: instance.record.region,
    }
    instance.routingProfiles.put(profile)
  }
}

const MEDIA_CONCURRENCIES: RoutingProfileRecord['mediaConcurrencies'] = [
  { Channel: 'VOICE', Concurrency: 1, CrossChannelBehavior: { BehaviorType: 'ROUTE_CURRENT_CHANNEL_ONLY' } },
  { Channel: 'CHAT', Concurrency: 2, CrossChannelBehavior: { BehaviorType: 'ROUTE_CURRENT_CHANNEL_ONLY' } },
  { Channel: 'TASK', Concurrency: 1, CrossChannelBehavior: { BehaviorType: 'ROUTE_CURRENT_CHANNEL_ONLY' } },
]

/** The basic profile serves the basic queue; the others two queues each, the second with a delay. */
function queuesOf(queues: readonly QueueRecord[], at: number): RoutingProfileRecord['queueConfigs'] {
  const chosen = new Set([queues[at % queues.length], queues[(at * 3) % queues.length]])
  return [...chosen].flatMap((queue, order) =>
    queue
      ? [{ QueueReference: { QueueId: queue.id, Channel: 'VOICE' as const }, Priority: order + 1, Delay: order * 30 }]
      : [],
  )
}
