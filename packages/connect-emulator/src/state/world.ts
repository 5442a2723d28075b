import { notFound } from '../wire/aws-error.ts'
import { Instance } from './instance.ts'
import { Journal, type Sink } from './journal.ts'
import type { InstanceRecord } from './records.ts'
import type { StoredRow } from './sqlite-sink.ts'
import { Table } from './table.ts'

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
        this.#open(scope).tables.get(kind)?.restore(row.id, row)
      }
    }
  }

  #open(id: string): Instance {
    let instance = this.#byId.get(id)
    if (!instance) this.#byId.set(id, (instance = new Instance(this.journal, this.instances, id)))
    return instance
  }
}
