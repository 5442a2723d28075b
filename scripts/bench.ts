// `pnpm bench [name…] [--json]`: every measure is a ratio to something named, or bytes against a budget; none is a test.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Row } from './bench/row.ts'
import { root } from './config.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
})
const folders = ['scripts/bench', 'packages/connect-emulator/bench', 'e2e/bench']

async function findBenches(): Promise<{ name: string; path: string }[]> {
  const found = await Promise.all(
    folders.map(async (folder) => {
      const files = await readdir(join(root, folder)).catch(() => [])
      return files
        .filter((file) => file.endsWith('.bench.ts'))
        .map((file) => ({ name: file.replace('.bench.ts', ''), path: join(root, folder, file) }))
    }),
  )
  return found.flat()
}

const benches = await findBenches()
const unknown = positionals.filter((name) => !benches.some((bench) => bench.name === name))
if (unknown.length > 0) {
  console.error(
    `No bench is called ${unknown.join(', ')}. There are: ${benches.map((bench) => bench.name).join(', ')}.`,
  )
  process.exit(1)
}

const rows: Row[] = []
for (const { name, path } of benches) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  const { measure } = (await import(path)) as { measure: () => Promise<Row[]> }
  for (const row of await measure()) {
    rows.push(row)
    if (!values.json)
      console.log(
        `${row.ok ? 'ok  ' : 'MISS'} ${row.name}: ${row.value} ${row.unit} (goal: ${row.goal})\n     ${row.how}`,
      )
  }
}
if (values.json) console.log(JSON.stringify(rows, null, 2))
process.exitCode = rows.every((row) => row.ok) ? 0 : 1
