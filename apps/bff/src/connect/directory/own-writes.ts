/** How long a row that was written through Patchbay outranks what the lagging search says of it (CONS-01: at times minutes). */
const OWN_WRITE_OUTRANKS_SEARCH_MS = 120_000

interface OwnWrite<Row> {
  /** null: deleted. */
  readonly row: Row | null
  readonly at: number
}

/** What was written through Patchbay and may not be found by Connect's search yet, laid over what the search found. */
export class OwnWrites<Row extends { readonly id: string }> {
  readonly #writes = new Map<string, OwnWrite<Row>>()
  readonly #now: () => Date

  constructor(now: () => Date) {
    this.#now = now
  }

  put(row: Row): void {
    this.#writes.set(row.id, { row, at: this.#now().getTime() })
  }

  /** A read that began after the write knows better: the write may have been changed by others, or have failed in the end. */
  correct(row: Row, asOf: Date): void {
    const write = this.#writes.get(row.id)
    if (write && asOf.getTime() >= write.at) this.#writes.set(row.id, { row, at: write.at })
  }

  remove(id: string): void {
    this.#writes.set(id, { row: null, at: this.#now().getTime() })
  }

  /** The found rows with own writes in them; new ones come last. */
  over(rows: readonly Row[]): readonly Row[] {
    this.#forgetOld()
    if (this.#writes.size === 0) return rows
    const known = new Set(rows.map(({ id }) => id))
    const merged = rows.flatMap((row) => {
      const write = this.#writes.get(row.id)
      if (!write) return [row]
      return write.row === null ? [] : [write.row]
    })
    for (const [id, { row }] of this.#writes) if (row !== null && !known.has(id)) merged.push(row)
    return merged
  }

  #forgetOld(): void {
    const oldest = this.#now().getTime() - OWN_WRITE_OUTRANKS_SEARCH_MS
    for (const [id, { at }] of this.#writes) if (at < oldest) this.#writes.delete(id)
  }
}
