import type { ErrorCode } from '@patchbay/contract'
import type { Kysely } from 'kysely'
import type { KeepAnswers } from '../../store/kept-answers.ts'
import { prepareQuery } from '../../store/prepare-query.ts'
import type { Tables } from '../../store/tables.ts'

export type ReadingKind = 'people' | 'securityProfiles' | 'permissions' | 'hierarchy' | 'routingProfiles'

/** Why the last try to read something anew failed. */
export interface ReadingProblem {
  readonly code: ErrorCode
  readonly message: string
  readonly at: Date
}

/** What is in the store of one kind. */
export interface StoredReading {
  /** The moment from which on a change in Connect may be missing; null: it was never read to the end. */
  readonly asOf: Date | null
  /** How long it took from then on. */
  readonly tookMs: number
  /** Moves with every change of the rows. */
  readonly generation: number
  readonly problem: ReadingProblem | null
}

const NOTHING: StoredReading = { asOf: null, tookMs: 0, generation: 0, problem: null }

type Rows = readonly Tables['directory_readings'][]
type FoundReadings = (kind: ReadingKind) => StoredReading

export interface ReadingsPlace {
  readonly database: Kysely<Tables>
  readonly keepAnswers: KeepAnswers
}

/** Which readings of one instance there are, and how old each one is. */
export class Readings {
  readonly #database: Kysely<Tables>
  readonly #instanceId: string
  readonly #now: () => Date
  readonly #findRows: (instanceId: string) => Promise<Rows>
  readonly #found = new WeakMap<Rows, FoundReadings>()

  constructor({ database, keepAnswers }: ReadingsPlace, instanceId: string, now: () => Date) {
    this.#database = database
    this.#instanceId = instanceId
    this.#now = now
    const readRows = prepareQuery(database.selectFrom('directory_readings').selectAll().where('instance_id', '=', ''))
    this.#findRows = keepAnswers((id) => readRows(database, id))
  }

  async findAll(): Promise<FoundReadings> {
    const rows = await this.#findRows(this.#instanceId)
    let found = this.#found.get(rows)
    if (!found) this.#found.set(rows, (found = readingsOf(rows)))
    return found
  }

  async find(kind: ReadingKind): Promise<StoredReading> {
    return (await this.findAll())(kind)
  }

  /** A complete reading, in the transaction that makes its rows count. */
  async complete(transaction: Kysely<Tables>, kind: ReadingKind, asOf: Date, isChanged: boolean): Promise<void> {
    const reading = {
      as_of: asOf.getTime(),
      took_ms: Math.max(0, this.#now().getTime() - asOf.getTime()),
      failed_at: null,
      failed_code: null,
      failed_message: null,
    }
    await transaction
      .insertInto('directory_readings')
      .values({ instance_id: this.#instanceId, kind, generation: 1, ...reading })
      .onConflict((conflict) =>
        conflict.columns(['instance_id', 'kind']).doUpdateSet((set) => ({
          ...reading,
          generation: set('directory_readings.generation', '+', isChanged ? 1 : 0),
        })),
      )
      .execute()
  }

  /** Rows changed without a new reading. */
  async touch(transaction: Kysely<Tables>, kind: ReadingKind): Promise<void> {
    await transaction
      .updateTable('directory_readings')
      .set((set) => ({ generation: set('generation', '+', 1) }))
      .where('instance_id', '=', this.#instanceId)
      .where('kind', '=', kind)
      .execute()
  }

  async fail(kind: ReadingKind, { code, message, at }: ReadingProblem): Promise<void> {
    const failure = { failed_at: at.getTime(), failed_code: code, failed_message: message }
    await this.#database
      .insertInto('directory_readings')
      .values({ instance_id: this.#instanceId, kind, generation: 0, as_of: null, took_ms: null, ...failure })
      .onConflict((conflict) => conflict.columns(['instance_id', 'kind']).doUpdateSet(failure))
      .execute()
  }
}

function readingsOf(rows: Rows): FoundReadings {
  const found = new Map(rows.map((row) => [row.kind, toReading(row)]))
  return (kind) => found.get(kind) ?? NOTHING
}

function toReading(row: Tables['directory_readings']): StoredReading {
  const { as_of: asOf, generation, failed_at: failedAt } = row
  return {
    asOf: asOf === null ? null : new Date(asOf),
    tookMs: row.took_ms ?? 0,
    generation,
    problem:
      failedAt === null
        ? null
        : { code: row.failed_code as ErrorCode, message: row.failed_message ?? '', at: new Date(failedAt) },
  }
}
