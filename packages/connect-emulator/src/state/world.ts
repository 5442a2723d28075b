import { notFound } from '../wire/aws-error.ts'
import { Journal, type Sink } from './journal.ts'
import type {
  HierarchyGroupRecord,
  InstanceRecord,
  RoutingProfileRecord,
  SecurityProfileRecord,
  Tags,
  UserRecord,
} from './records.ts'
import type { StoredRow } from './sqlite-sink.ts'
import { type Row, Table } from './table.ts'

/** One Amazon Connect instance with all that lives in it. */
export class Instance {
  readonly id: string
  readonly users: Table<UserRecord>
  readonly securityProfiles: Table<SecurityProfileRecord>
  readonly routingProfiles: Table<RoutingProfileRecord>
  readonly hierarchyGroups: Table<HierarchyGroupRecord>
  readonly #instances: Table<InstanceRecord>

  constructor(journal: Journal, instances: Table<InstanceRecord>, id: string) {
    this.id = id
    this.#instances = instances
    this.users = new Table(journal, 'user', id)
    this.securityProfiles = new Table(journal, 'security-profile', id)
    this.routingProfiles = new Table(journal, 'routing-profile', id)
    this.hierarchyGroups = new Table(journal, 'hierarchy-group', id)
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
      'security-profile': this.securityProfiles,
      'routing-profile': this.routingProfiles,
    }
  }

  get tables(): Table<Row>[] {
    return [this.users, this.securityProfiles, this.routingProfiles, this.hierarchyGroups]
  }
}

/** Everything the emulator knows: all instances, one journal. */
export class World {
  readonly journal: Journal
  readonly instances: Table<InstanceRecord>
  readonly #byId = new Map<string, Instance>()
  #lastSeq = 0

  constructor(sink: Sink | undefined, now: () => number) {
    this.journal = new Journal(sink, now)
    this.instances = new Table(this.journal, 'instance', '')
  }

  nextSeq(): number {
    return ++this.#lastSeq
  }

  /** @throws AwsError ResourceNotFoundException */
  requireInstance(id: string): Instance {
    const instance = this.instances.get(id) && this.#byId.get(id)
    if (!instance) throw notFound(`Instance ${id.slice(0, 100)} was not found`)
    return instance
  }

  addInstance(record: InstanceRecord): Instance {
    this.instances.put(record)
    return this.#open(record.id)
  }

  load(rows: Iterable<StoredRow>): void {
    for (const { kind, scope, row } of rows) {
      this.#lastSeq = Math.max(this.#lastSeq, row.seq)
      if (kind === 'instance') {
        this.instances.restore(row.id, row as InstanceRecord)
        this.#open(row.id)
      } else {
        this.#open(scope)
          .tables.find((table) => table.kind === kind)
          ?.restore(row.id, row)
      }
    }
  }

  #open(id: string): Instance {
    let instance = this.#byId.get(id)
    if (!instance) this.#byId.set(id, (instance = new Instance(this.journal, this.instances, id)))
    return instance
  }
}
