import type {
  AfterContactWorkConfigPerChannel,
  AIAgent,
  Application,
  AutoAcceptConfig,
  DirectoryType,
  FlowModule,
  GranularAccessControlConfiguration,
  PersistentConnectionConfig,
  PhoneNumberConfig,
  UserIdentityInfo,
  VoiceEnhancementConfig,
} from '@aws-sdk/client-connect'
import type { Quotas } from '../rules/quota.ts'
import type { Row } from './table.ts'

export type Tags = Readonly<Record<string, string>>

/** What resources have that tell when they changed last. Times are epoch milliseconds. */
interface Resource extends Row {
  readonly lastModifiedTime: number
  readonly lastModifiedRegion: string
  readonly tags?: Tags
}

export interface HierarchyLevelRecord {
  readonly id: string
  readonly name: string
  readonly lastModifiedTime: number
}

export interface InstanceRecord extends Row {
  readonly alias: string
  readonly arn: string
  readonly region: string
  readonly identityManagementType: DirectoryType
  readonly createdTime: number
  readonly tags?: Tags
  readonly quotas: Quotas
  /** Level one first; at most five. */
  readonly levels: readonly HierarchyLevelRecord[]
}

/** Per-channel settings are what is stored; the older PhoneConfig is a view on them (PHONE-10). */
export interface ChannelSettings {
  readonly autoAccept: readonly AutoAcceptConfig[]
  /** Limits in seconds. */
  readonly afterContactWork: readonly AfterContactWorkConfigPerChannel[]
  readonly phoneNumbers: readonly PhoneNumberConfig[]
  readonly persistentConnection: readonly PersistentConnectionConfig[]
  readonly voiceEnhancement: readonly VoiceEnhancementConfig[]
}

export interface UserRecord extends Resource {
  readonly username: string
  readonly identity: UserIdentityInfo
  readonly channels: ChannelSettings
  readonly directoryUserId: string
  readonly securityProfileIds: readonly string[]
  readonly routingProfileId: string
  readonly hierarchyGroupId?: string | undefined
}

export interface SecurityProfileRecord extends Resource {
  readonly name: string
  readonly description?: string | undefined
  readonly permissions: readonly string[]
  readonly allowedAccessControlTags: Tags
  readonly tagRestrictedResources: readonly string[]
  readonly hierarchyRestrictedResources: readonly string[]
  readonly allowedAccessControlHierarchyGroupId?: string | undefined
  readonly applications: readonly Application[]
  readonly allowedFlowModules: readonly FlowModule[]
  readonly allowedAIAgents: readonly AIAgent[]
  readonly granularAccessControl?: GranularAccessControlConfiguration | undefined
}

export interface HierarchyGroupRecord extends Resource {
  readonly name: string
  readonly levelId: string
  readonly parentId?: string | undefined
}

export interface RoutingProfileRecord extends Resource {
  readonly name: string
  readonly description: string
  readonly isDefault: boolean
}
