// `pnpm audit-verify <export…|SQLite file|postgres://…> [--head <file|seq:hash>] [--selection] [--json]`
import { parseArgs } from 'node:util'
import { config } from './config.ts'
import { CannotCheck } from './entry.ts'
import { verify, type Verdict } from './verify.ts'

const usage = `Usage: pnpm audit-verify [export.jsonl … | patchbay.sqlite | postgres://…] [--head <file | seq:hash>] [--selection] [--json]

Checks Patchbay's audit trail: an export (several files are read as one; - is standard input), the SQLite file, or
PostgreSQL. Without a place, the database that DATABASE_URL names.

  --head       a head that was kept elsewhere: the file of PATCHBAY_AUDIT_HEAD_FILE, or seq:hash. Tells whether the end was cut off
  --selection  an export of what a filter found: records may be left out
  --json       the result as JSON

Exit code: 0 the trail is whole, 1 it is not, 2 it could not be checked.`

const count = (many: number, one: string): string => `${many.toLocaleString('en')} ${one}${many === 1 ? '' : 's'}`

function describe({ records, last, faultCount, faults, isEndKnown }: Verdict): string {
  const lines = faults.map(({ message }) => message)
  if (faultCount > faults.length) lines.push(`And ${count(faultCount - faults.length, 'more fault')}.`)
  if (faultCount > 0) {
    const first = Math.min(...faults.map(({ seq }) => seq))
    lines.push(
      `The trail is NOT whole: ${count(faultCount, 'fault')}, the first at record ${first}. ${count(records, 'record')} read.`,
    )
    return lines.join('\n')
  }
  lines.push(`The trail is whole: ${count(records, 'record')}.`)
  if (last) lines.push(`Its head is ${last.seq}:${last.hash}`)
  if (!isEndKnown)
    lines.push('Whether records are missing at its end can be told only with a head that was kept elsewhere (--head).')
  return lines.join('\n')
}

function read() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        head: { type: 'string' },
        selection: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    const places = positionals.length > 0 ? positionals : [config.databaseUrl ?? ''].filter((url) => url !== '')
    return { ...values, places }
  } catch (error) {
    return { problem: (error as Error).message }
  }
}

async function main(): Promise<number> {
  const options = read()
  if ('problem' in options || options.help || options.places.length === 0) {
    console.error('problem' in options ? `${options.problem}\n\n${usage}` : usage)
    return 'help' in options && options.help ? 0 : 2
  }
  try {
    const verdict = await verify({ places: options.places, head: options.head, isSelection: options.selection })
    console.log(options.json ? JSON.stringify({ isWhole: verdict.faultCount === 0, ...verdict }) : describe(verdict))
    return verdict.faultCount === 0 ? 0 : 1
  } catch (error) {
    // A database that goes away in between is nothing that the trail did.
    console.error(
      error instanceof CannotCheck ? error.message : `The trail could not be checked: ${(error as Error).message}`,
    )
    return 2
  }
}

process.exitCode = await main()
