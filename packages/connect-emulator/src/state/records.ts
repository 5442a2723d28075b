import type {
  AfterContactWorkConfigPerChannel,
  AgentAvailabilityTimer,
  AgentStatusState,
  AgentStatusType,
  AIAgent,
  Application,
  AutoAcceptConfig,
  Channel,
  ContactState,
  DirectoryType,
  FlowModule,
  GranularAccessControlConfiguration,
  InstanceAttributeType,
  LocaleCode,
  MediaConcurrency,
  MediaType,
  NotificationPriority,
  NotificationSource,
  NotificationStatus,
  PersistentConnectionConfig,
  PhoneNumberConfig,
  QuickConnectConfig,
  RoutingProfileManualAssignmentQueueConfig,
  RoutingProfileQueueConfig,
  UserIdentityInfo,
  UserProficiency,
  ViewType,
  Visibility,
  VoiceEnhancementConfig,
  WorkspacePage,
  WorkspaceTheme,
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
  readonly accessUrl?: string
  readonly createdTime: number
  readonly tags?: Tags
  readonly quotas: Quotas
  /** Level one first; at most five. */
  readonly levels: readonly HierarchyLevelRecord[]
  /** Those that were changed; all others have their default. */
  readonly attributes: Readonly<Partial<Record<InstanceAttributeType, string>>>
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
  readonly proficiencies: readonly UserProficiency[]
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
  readonly mediaConcurrencies: readonly MediaConcurrency[]
  readonly defaultOutboundQueueId: string
  readonly queueConfigs: readonly RoutingProfileQueueConfig[]
  readonly manualAssignmentQueueConfigs: readonly RoutingProfileManualAssignmentQueueConfig[]
  readonly agentAvailabilityTimer: AgentAvailabilityTimer
}

/** A standard queue; the queue each agent has is not stored. */
export interface QueueRecord extends Resource {
  readonly name: string
}

/** Whom or what it leads to may be gone: it stays as an orphan (USR-19). */
export interface QuickConnectRecord extends Resource {
  readonly name: string
  readonly description?: string | undefined
  readonly config: QuickConnectConfig
}

export interface AgentStatusRecord extends Resource {
  readonly name: string
  readonly description?: string | undefined
  readonly type: AgentStatusType
  readonly displayOrder: number
  readonly state: AgentStatusState
}

/** A person who is signed in: current status and contacts. The id is the person's. */
export interface UserStateRecord extends Row {
  readonly statusId: string
  readonly startedAt: number
  readonly nextStatusId?: string | undefined
  readonly contacts: readonly UserContact[]
}

export interface UserContact {
  readonly id: string
  readonly channel: Channel
  readonly state: ContactState
  readonly startedAt: number
  readonly queueId: string
}

/** The id is the name. */
export interface PredefinedAttributeRecord extends Resource {
  readonly values: readonly string[]
  readonly purposes: readonly string[]
}

export interface ViewRecord extends Resource {
  readonly arn: string
  readonly name: string
  readonly description: string
  readonly type: ViewType
  readonly inputSchema: string
  readonly template: string
  readonly actions: readonly string[]
}

export interface WorkspaceRecord extends Resource {
  readonly name: string
  readonly description?: string | undefined
  readonly title?: string | undefined
  readonly theme?: WorkspaceTheme | undefined
  readonly visibility: Visibility
  readonly createdTime: number
  readonly pages: readonly WorkspacePage[]
  /** Sources by media type. */
  readonly media: Readonly<Partial<Record<MediaType, string>>>
}

/** One person or routing profile assigned to one workspace. */
export interface WorkspaceAssociationRecord extends Row {
  readonly workspaceId: string
  readonly resourceId: string
  readonly resourceType: 'USER' | 'ROUTING_PROFILE'
}

/** What people are told in Connect's site. Recipients are ARNs of users and of the instance itself. */
export interface NotificationRecord extends Resource {
  readonly content: Readonly<Partial<Record<LocaleCode, string>>>
  readonly priority: NotificationPriority
  readonly source: NotificationSource
  readonly recipients: readonly string[]
  readonly createdTime: number
  readonly expiresTime: number
  readonly clientToken?: string | undefined
}

/** What one person did with one notification. */
export interface NotificationMarkRecord extends Row {
  readonly userId: string
  readonly notificationId: string
  readonly status: NotificationStatus
}

/** Security profiles of an AI agent; the id is the agent's ARN. */
export interface EntityProfilesRecord extends Row {
  readonly securityProfileIds: readonly string[]
}
