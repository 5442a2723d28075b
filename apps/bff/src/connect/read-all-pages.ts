import { Fault } from '../http/fault.ts'

export interface Page<Row> {
  readonly rows: readonly Row[] | undefined
  readonly nextToken: string | undefined
}

/**
 * Reads to the last page (a missing token, CONS-04). A page that fails fails the whole: a short list would be believed,
 * and a list that is written back from a partial read takes things away.
 */
export async function readAllPages<Row>(
  readPage: (nextToken: string | undefined) => Promise<Page<Row>>,
): Promise<Row[]> {
  const rows: Row[] = []
  for await (const page of eachPage(readPage)) rows.push(...page)
  return rows
}

/** The same, page by page, for what is too much to be held at once. */
export async function* eachPage<Row>(
  readPage: (nextToken: string | undefined) => Promise<Page<Row>>,
): AsyncGenerator<readonly Row[]> {
  const seen = new Set<string>()
  let token: string | undefined
  do {
    const page = await readPage(token)
    if (page.rows === undefined) throw malformed('an answer without its list')
    yield page.rows
    token = page.nextToken
    if (token !== undefined && seen.has(token)) throw malformed('the same page token twice')
    if (token !== undefined) seen.add(token)
  } while (token !== undefined)
}

/** What Connect answered cannot be true; nothing is made of it. */
export function malformed(what: string): Fault {
  return new Fault('connect.unavailable', {}, { cause: new Error(`Amazon Connect answered ${what}.`) })
}
