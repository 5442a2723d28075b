import type { Row, Table } from './table.ts'

export interface Change {
  readonly table: Table<Row>
  readonly id: string
  readonly before: Row | undefined
  readonly after: Row | undefined
}

/** Where committed changes go to last; absent when the emulator keeps its state in memory only. */
export interface Sink {
  /** Writes all changes in one transaction; returns when they are on disk, or throws. */
  write(changes: readonly Change[]): void
}

/** Collects the changes of the call at hand: all of them take effect, on disk too, or none. */
export class Journal {
  readonly #sink: Sink | undefined
  readonly #now: () => number
  #open: Change[] = []
  #recent: { at: number; change: Change }[] = []
  /** How long committed changes are remembered for lagging searches, in milliseconds. */
  keepMilliseconds = 0
  /** Whether a created row is also hidden from reads by id for that long. */
  hidesCreated = false

  constructor(sink: Sink | undefined, now: () => number) {
    this.#sink = sink
    this.#now = now
  }

  record<R extends Row>(table: Table<R>, id: string, before: R | undefined, after: R | undefined): void {
    this.#open.push({ table, id, before, after })
  }

  /** @throws what the sink throws; the changes are undone then */
  commit(): void {
    if (this.#open.length === 0) return
    try {
      this.#sink?.write(this.#open)
    } catch (error) {
      this.rollback()
      throw error
    }
    this.#remember()
    this.#open = []
  }

  rollback(): void {
    for (const { table, id, before } of this.#open.toReversed()) table.restore(id, before)
    this.#open = []
  }

  /** Rows of a table as they were at a time, for those that changed since; undefined stands for "was not there". */
  before<R extends Row>(table: Table<R>, since: number): Map<string, Row | undefined> {
    const found = new Map<string, Row | undefined>()
    for (const { at, change } of this.#recent) {
      const sameTable = (change.table as unknown as Table<R>) === table
      if (sameTable && at > since && !found.has(change.id)) found.set(change.id, change.before)
    }
    return found
  }

  /** Tells whether a row was created so recently that a read by id is to miss it. */
  hides(row: Row): boolean {
    if (!this.hidesCreated) return false
    const since = this.#now() - this.keepMilliseconds
    return this.#recent.some(({ at, change }) => at > since && change.id === row.id && change.before === undefined)
  }

  #remember(): void {
    const now = this.#now()
    this.#recent = this.#recent.filter(({ at }) => at > now - this.keepMilliseconds)
    if (this.keepMilliseconds > 0) for (const change of this.#open) this.#recent.push({ at: now, change })
  }
}
