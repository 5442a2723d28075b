import { notFound } from '../wire/aws-error.ts'
import type { Journal } from './journal.ts'
import type {
  AgentStatusRecord,
  EntityProfilesRecord,
  HierarchyGroupRecord,
  InstanceRecord,
  NotificationMarkRecord,
  NotificationRecord,
  PredefinedAttributeRecord,
  QueueRecord,
  QuickConnectRecord,
  RoutingProfileRecord,
  SecurityProfileRecord,
  Tags,
  UserRecord,
  UserStateRecord,
  ViewRecord,
  WorkspaceAssociationRecord,
  WorkspaceRecord,
} from './records.ts'
import { type Row, Table } from './table.ts'

/** One Amazon Connect instance with all that lives in it. */
export class Instance {
  readonly id: string
  /** All tables, by kind: what is loaded from disk finds its place here. */
  readonly tables = new Map<string, Table<Row>>()
  readonly users: Table<UserRecord>
  readonly userStates: Table<UserStateRecord>
  readonly securityProfiles: Table<SecurityProfileRecord>
  readonly entityProfiles: Table<EntityProfilesRecord>
  readonly routingProfiles: Table<RoutingProfileRecord>
  readonly queues: Table<QueueRecord>
  readonly quickConnects: Table<QuickConnectRecord>
  readonly hierarchyGroups: Table<HierarchyGroupRecord>
  readonly agentStatuses: Table<AgentStatusRecord>
  readonly predefinedAttributes: Table<PredefinedAttributeRecord>
  readonly views: Table<ViewRecord>
  readonly workspaces: Table<WorkspaceRecord>
  readonly workspaceAssociations: Table<WorkspaceAssociationRecord>
  readonly notifications: Table<NotificationRecord>
  readonly notificationMarks: Table<NotificationMarkRecord>
  readonly #journal: Journal
  readonly #instances: Table<InstanceRecord>

  constructor(journal: Journal, instances: Table<InstanceRecord>, id: string) {
    this.id = id
    this.#journal = journal
    this.#instances = instances
    this.users = this.#table('user')
    this.userStates = this.#table('user-state')
    this.securityProfiles = this.#table('security-profile')
    this.entityProfiles = this.#table('entity-profiles')
    this.routingProfiles = this.#table('routing-profile')
    this.queues = this.#table('queue')
    this.quickConnects = this.#table('quick-connect')
    this.hierarchyGroups = this.#table('hierarchy-group')
    this.agentStatuses = this.#table('agent-status')
    this.predefinedAttributes = this.#table('predefined-attribute')
    this.views = this.#table('view')
    this.workspaces = this.#table('workspace')
    this.workspaceAssociations = this.#table('workspace-association')
    this.notifications = this.#table('notification')
    this.notificationMarks = this.#table('notification-mark')
  }

  get record(): InstanceRecord {
    const record = this.#instances.get(this.id)
    if (!record) throw notFound(`Instance ${this.id} was not found`)
    return record
  }

  set record(record: InstanceRecord) {
    this.#instances.put(record)
  }

  /** By the resource type of ARNs (ARN-01): what can be tagged (TAG-02). */
  get taggableTables(): Record<string, Table<Row & { tags?: Tags }>> {
    return {
      agent: this.users,
      'agent-group': this.hierarchyGroups,
      'agent-state': this.agentStatuses,
      queue: this.queues,
      'routing-profile': this.routingProfiles,
      'security-profile': this.securityProfiles,
      'transfer-destination': this.quickConnects,
      workspace: this.workspaces,
    }
  }

  #table<R extends Row>(kind: string): Table<R> {
    const table = new Table<R>(this.#journal, kind, this.id)
    this.tables.set(kind, table)
    return table
  }
}
