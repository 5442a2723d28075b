import type { ChannelSettings, Identity, IdentityManagementType } from '@patchbay/contract'
import type { ConnectInstance } from '../../apps/bff/src/connect/connect-door.ts'
import { readChannels } from '../../apps/bff/src/connect/users/read-channels.ts'
import { checkBounds } from '../../packages/connect-emulator/src/bounds/check-bounds.ts'
import { operations } from '../../packages/connect-emulator/src/operations/registry.ts'
import { createInstance } from '../../packages/connect-emulator/src/seed/create-instance.ts'
import { World } from '../../packages/connect-emulator/src/state/world.ts'
import { AwsError } from '../../packages/connect-emulator/src/wire/aws-error.ts'

/** A command of the SDK: what the server would put on the wire. */
export interface Command {
  readonly input: object
}

type Send = (command: Command) => unknown

/** The server's own functions build the commands; `send` is where they end up. */
export function serverAt(
  instanceId: string,
  identityManagementType: IdentityManagementType,
  send: Send,
): ConnectInstance {
  const client = { send: async (command: Command) => send(command) }
  const upstream = {
    call: async (_operation: string, call: (with_: typeof client) => Promise<unknown>) => await call(client),
  }
  return { info: { id: instanceId, identityManagementType }, upstream } as unknown as ConnectInstance
}

export const kinds = ['CONNECT_MANAGED', 'SAML', 'EXISTING_DIRECTORY'] as const

/** Ids follow from alias and seed, so that an emulator in this process and one behind a port have the same. */
export function specOf(kind: IdentityManagementType) {
  const alias = `verdicts-${kind.toLowerCase().replace('_', '-')}`
  return {
    alias,
    seed: 1,
    users: 8,
    hierarchyGroups: 6,
    securityProfiles: 24,
    routingProfiles: 2,
    identityManagementType: kind,
  }
}

/** What the inputs name in an instance. */
export interface Place {
  readonly kind: IdentityManagementType
  readonly instanceId: string
  readonly userId: string
  readonly userArn: string
  readonly routingProfileId: string
  /** Ones without restrictions, of which a person may have ten (HBAC-02 allows seven with them). */
  readonly securityProfileIds: readonly string[]
  readonly identity: Identity
  readonly channels: ChannelSettings[]
  /** What the emulator says to a command: undefined where it takes it, else why not. Nothing is kept. */
  readonly refuse: (command: Command) => string | undefined
}

const handlers = new Map(operations.map((operation) => [operation.name, operation]))

/** Amazon Connect as the emulator has it, without the wire: bounds and rules of every operation, 5,000 times in a second. */
export function openPlace(kind: IdentityManagementType): Place {
  const world = new World(undefined, () => 0)
  const { instanceId, arn } = createInstance(world, specOf(kind), 'us-east-1')
  const instance = world.requireInstance(instanceId)
  const user = instance.users.find(({ proficiencies }) => proficiencies.length === 0)
  const routingProfileId = instance.routingProfiles.find(() => true)?.id
  if (user === undefined || routingProfileId === undefined)
    throw new Error('The seed has nobody without proficiencies.')
  const isPlain = (one: { allowedAccessControlTags: object; hierarchyRestrictedResources: readonly unknown[] }) =>
    Object.keys(one.allowedAccessControlTags).length === 0 && one.hierarchyRestrictedResources.length === 0
  const context = { world, now: () => 0, newId: () => crypto.randomUUID(), searchLag: () => 0, accessKeyId: 'A' }
  return {
    kind,
    instanceId,
    userId: user.id,
    userArn: `${arn}/agent/${user.id}`,
    routingProfileId,
    securityProfileIds: [...instance.securityProfiles].filter(isPlain).map(({ id }) => id),
    identity: {
      firstName: user.identity.FirstName ?? '',
      lastName: user.identity.LastName ?? '',
      email: user.identity.Email ?? null,
      secondaryEmail: user.identity.SecondaryEmail ?? null,
      mobile: user.identity.Mobile ?? null,
    },
    channels: readChannels({
      AutoAcceptConfigs: [...user.channels.autoAccept],
      AfterContactWorkConfigs: [...user.channels.afterContactWork],
      PhoneNumberConfigs: [...user.channels.phoneNumbers],
      PersistentConnectionConfigs: [...user.channels.persistentConnection],
      VoiceEnhancementConfigs: [...user.channels.voiceEnhancement],
    }),
    refuse: (command) => {
      const name = command.constructor.name.replace(/Command$/, '')
      try {
        const input = JSON.parse(JSON.stringify(command.input)) as Record<string, unknown>
        checkBounds(name, input)
        handlers.get(name)?.handle(input as never, context)
        return undefined
      } catch (error) {
        if (error instanceof AwsError) return `${error.name}: ${error.message}`
        throw error
      } finally {
        world.journal.rollback()
      }
    },
  }
}
