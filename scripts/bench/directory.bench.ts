import { execFileSync, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { root } from '../config.ts'
import { percentile, rounded, type Row } from './row.ts'
import { signIn, withPatchbay } from './running-patchbay.ts'

const MANY = 50_000
const FEW = 1_000
const ROUNDS = 4
const WORLD = { seed: 1, hierarchyGroups: 180, securityProfiles: 24, routingProfiles: 14 }

type Get = (path: string) => Promise<unknown>

/** Calls of a full read, and how quick and how large the directory is, on both databases. */
export async function measure(): Promise<Row[]> {
  return [
    ...(await measureOn('SQLite', {})),
    ...(await withPostgres((url) => measureOn('PostgreSQL', { DATABASE_URL: url }))),
  ]
}

async function measureOn(database: string, settings: Readonly<Record<string, string>>): Promise<Row[]> {
  return await withPatchbay(async ({ patchbay, emulator, pid, createInstance }) => {
    const get = await signIn(patchbay, 'auditor')
    const few = await createInstance({ alias: `few-${randomUUID().slice(0, 8)}`, users: FEW, ...WORLD })
    const many = await createInstance({ alias: `many-${randomUUID().slice(0, 8)}`, users: MANY, ...WORLD })
    for (const { alias } of [few, many]) {
      for (const list of ['users', 'hierarchy', 'security-profiles', 'routing-profiles'])
        await get(`/api/${alias}/${list}`)
    }
    const made = (await (await fetch(`${emulator}/_emulator/calls?instanceId=${many.instanceId}`)).json()) as {
      calls: { operation: string }[]
    }
    const calls = Map.groupBy(made.calls, ({ operation }) => operation)
    const searches = calls.get('SearchUsers')?.length ?? 0
    const [atFew, atMany] = [await timeQueries(get, few.alias), await timeQueries(get, many.alias)]
    const p95 = percentile(atMany, 0.95)
    const ratio = p95 / percentile(atFew, 0.95)
    const how = `${atMany.length} lists over HTTP: pages, words, filters and sorts as a day brings them, each in ${ROUNDS} forms; ${database}`
    const megabytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1_024
    return [
      {
        name: `calls of a full read of ${MANY} people, ${database}`,
        value: made.calls.length,
        unit: 'calls',
        goal: `SearchUsers exactly ${MANY / 500}`,
        ok: searches === MANY / 500,
        how: [...calls].map(([operation, { length }]) => `${operation} ${length}`).join(', '),
      },
      {
        name: `filter, sort and page over ${MANY} people, 95th percentile, ${database}`,
        value: rounded(p95),
        unit: 'ms',
        goal: 'at most 50',
        ok: p95 <= 50,
        how: `${how}; median ${rounded(percentile(atMany, 0.5))} ms`,
      },
      {
        name: `the same against ${FEW} people, ${database}`,
        value: rounded(ratio),
        unit: 'ratio',
        goal: 'at most 4',
        ok: ratio <= 4,
        how: `${how}; ${rounded(percentile(atFew, 0.95))} ms there`,
      },
      {
        name: `resident memory of the server after the sweep and the lists, ${database}`,
        value: rounded(megabytes, 0),
        unit: 'MiB',
        goal: 'below 250',
        ok: megabytes < 250,
        how: 'ps -o rss of the server’s process',
      },
    ]
  }, settings)
}

/** What people ask for: `n` makes each form of a question another one. */
function questions(n: number, groups: readonly string[], profiles: readonly string[]): string[] {
  const filter = (...tokens: readonly (readonly [string, string, string])[]) =>
    tokens
      .flatMap(([property, operator, value], at) =>
        Object.entries({ property, operator, value }).map(
          ([key, text]) => `filter[${at}][${key}]=${encodeURIComponent(text)}`,
        ),
      )
      .join('&')
  const part = ['mar', 'ann', 'son', 'ela'][n] ?? 'a'
  return [
    `page=${n + 1}`,
    `page=${n + 1}&order=desc`,
    `sort=username&page=${n * 5 + 1}`,
    `sort=firstName&page=${n * 3 + 1}`,
    `sort=hierarchyGroup&page=${n + 1}`,
    `sort=afterContactWorkSeconds&order=desc&page=${n + 1}`,
    `search=${part}`,
    `search=${part}&page=2`,
    `search=${part}&sort=username`,
    `search=${encodeURIComponent(['김', 'Núñ', 'ali', '山'][n] ?? 'x')}`,
    filter(['lastName', '^', ['s', 'mü', 'o', 'k'][n] ?? 's']),
    filter(['phoneType', '=', 'DESK_PHONE'], ['autoAccept', '=', 'true']),
    filter(['hierarchyGroup', 'under', groups[n] ?? '']),
    `${filter(['hierarchyGroup', 'under', groups[n] ?? ''])}&sort=username&order=desc`,
    filter(['securityProfile', '=', profiles[n] ?? '']),
    `${filter(['securityProfile', '=', profiles[n] ?? ''], ['lastName', ':', part])}&join=or`,
    filter(['afterContactWorkSeconds', '>=', String(30 * n)], ['firstName', ':', part]),
    filter(['pending', '=', 'true'], ['changed', '=', 'true']) + '&join=or',
  ]
}

async function timeQueries(get: Get, alias: string): Promise<number[]> {
  const { groups } = (await get(`/api/${alias}/hierarchy`)) as { groups: { id: string }[] }
  const { items } = (await get(`/api/${alias}/security-profiles`)) as { items: { id: string }[] }
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const question of questions(
      round,
      groups.map(({ id }) => id),
      items.map(({ id }) => id),
    )) {
      const started = performance.now()
      await get(`/api/${alias}/users?${question}`)
      times.push(performance.now() - started)
    }
  }
  return times
}

/** The server that the tests use too, with nothing in it. */
async function withPostgres<Answer>(use: (url: string) => Promise<Answer>): Promise<Answer> {
  const server = fork(join(root, 'apps/bff/src/store/testing/postgres-server.ts'))
  const [{ url, problem }] = (await once(server, 'message')) as [{ url?: string; problem?: string }]
  if (url === undefined) throw new Error(`PostgreSQL did not start: ${problem}`)
  try {
    return await use(url)
  } finally {
    const ended = once(server, 'exit')
    server.disconnect()
    await ended
  }
}
