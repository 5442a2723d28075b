import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { signIn, withPatchbay } from './running-patchbay.ts'
import { rounded, type Row } from './row.ts'

const PEOPLE = 50_000
const PAGES_READ = 20
const GOAL_MB = 250

/** Resident memory of the server's process, and where it stood before it knew anyone. */
export async function measure(): Promise<Row[]> {
  return withPatchbay(async ({ patchbay, pid, createInstance }) => {
    const atStart = residentMegabytes(pid)
    const { alias } = await createInstance({ alias: `bench-${randomUUID().slice(0, 8)}`, users: PEOPLE, seed: 1 })
    const get = await signIn(patchbay, 'auditor')
    let highest = atStart
    const sampling = setInterval(() => (highest = Math.max(highest, residentMegabytes(pid))), 100)
    const list = (page: number) => get(`/api/${alias}/users?page=${page}`) as Promise<{ total: number }>
    const { total } = await list(1)
    if (total !== PEOPLE) throw new Error(`The list has ${total} people, not ${PEOPLE}.`)
    for (let page = 1; page <= PAGES_READ; page += 1) await list(page)
    clearInterval(sampling)
    highest = Math.max(highest, residentMegabytes(pid))
    return [
      {
        name: `resident memory of the server with ${PEOPLE} people`,
        value: rounded(highest, 0),
        unit: 'MB',
        goal: `under ${GOAL_MB}`,
        ok: highest < GOAL_MB,
        how: `ps every 100 ms from the first list of ${PEOPLE} people (which reads them all from the emulator) to the ${PAGES_READ}th page of it, the highest; ${rounded(atStart, 0)} MB when the process had started; MB are 1,000,000 bytes`,
      },
    ]
  })
}

function residentMegabytes(pid: number): number {
  return (Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1_024) / 1_000_000
}
