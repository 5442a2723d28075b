/** Few enough for the bound on parameters of either database. */
const ROWS_AT_ONCE = 1_000

/** Inserts rows in as many statements as it takes; none where there are none, which SQL has no words for. */
export async function insertAll<Row>(
  rows: readonly Row[],
  insert: (rows: readonly Row[]) => Promise<unknown>,
): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) await insert(rows.slice(at, at + ROWS_AT_ONCE))
}
