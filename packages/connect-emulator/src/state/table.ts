import type { Journal } from './journal.ts'

/** What every stored record has. Records are never changed in place: an update is a new record under the same id. */
export interface Row {
  readonly id: string
  /** Order of creation in the whole emulator; lists, searches and page tokens follow it. */
  readonly seq: number
}

/** One kind of record of one instance, in order of creation. Writes go to the journal, which commits or undoes them. */
export class Table<R extends Row> implements Iterable<R> {
  readonly kind: string
  readonly scope: string
  readonly #rows = new Map<string, R>()
  readonly #journal: Journal

  constructor(journal: Journal, kind: string, scope: string) {
    this.#journal = journal
    this.kind = kind
    this.scope = scope
  }

  get size(): number {
    return this.#rows.size
  }

  get(id: string): R | undefined {
    return this.#rows.get(id)
  }

  /** Like get, but misses a row created a moment ago when reads are told to lag (CONS-01). */
  read(id: string): R | undefined {
    const row = this.#rows.get(id)
    return row && !this.#journal.hides(row) ? row : undefined
  }

  put(row: R): void {
    this.#journal.record(this, row.id, this.#rows.get(row.id), row)
    this.#rows.set(row.id, row)
  }

  delete(id: string): void {
    this.#journal.record(this, id, this.#rows.get(id), undefined)
    this.#rows.delete(id)
  }

  /** Sets a row past the journal: loading from disk, and undoing. */
  restore(id: string, row: R | undefined): void {
    if (row) this.#rows.set(id, row)
    else this.#rows.delete(id)
  }

  [Symbol.iterator](): Iterator<R> {
    return this.#rows.values()
  }

  find(matches: (row: R) => boolean): R | undefined {
    for (const row of this.#rows.values()) if (matches(row)) return row
    return undefined
  }

  count(matches: (row: R) => boolean): number {
    let count = 0
    for (const row of this.#rows.values()) if (matches(row)) count++
    return count
  }

  filter(matches: (row: R) => boolean): R[] {
    const found: R[] = []
    for (const row of this.#rows.values()) if (matches(row)) found.push(row)
    return found
  }

  /** The rows as searches see them: without the writes of the last `lag` milliseconds. In order of creation. */
  searchView(now: number, lag: number): Iterable<R> {
    const before = this.#journal.before(this, now - lag)
    if (before.size === 0) return this.#rows.values()
    const rows = this.filter((row) => !before.has(row.id))
    for (const row of before.values()) if (row) rows.push(row as R)
    return rows.sort((a, b) => a.seq - b.seq)
  }
}
