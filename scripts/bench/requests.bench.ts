import { randomUUID } from 'node:crypto'
import { startBareRoute } from './bare-route.ts'
import { HttpReader } from './http-reader.ts'
import { signInCookie, withPatchbay } from './running-patchbay.ts'
import { percentile, rounded, type Row } from './row.ts'

const CONNECTIONS = 10
const TURNS = 30
const REQUESTS_A_TURN = 300
/** Until the rates no longer rise: what is called once a request is compiled after tens of thousands of them. */
const WARM_UP_TURNS = 100
const GOAL = 0.5

/** Requests a second of reads that need no call to Connect, against Express alone behind the same guard. */
export async function measure(): Promise<Row[]> {
  return withPatchbay(async ({ patchbay, dataDir, createInstance }) => {
    const { alias } = await createInstance({ alias: `bench-${randomUUID().slice(0, 8)}`, users: 100, seed: 1 })
    const headers = { cookie: await signInCookie(patchbay, 'auditor'), 'x-csrf': '1' }
    const throughServer = new HttpReader(patchbay, headers)
    const { items } = (await throughServer.read(`/api/${alias}/users`)) as { items: { id: string }[] }
    const path = `/api/${alias}/users/${items[0]?.id}`
    const body = JSON.stringify(await throughServer.read(path))
    const bareProcess = await startBareRoute(dataDir, body)
    try {
      const bare = new HttpReader(bareProcess.url, headers)
      const reads = {
        server: () => throughServer.read(path),
        guard: () => bare.read('/guard'),
        headers: () => bare.read('/headers'),
      }
      const rates = { server: [] as number[], guard: [] as number[], headers: [] as number[] }
      for (let turn = 0; turn < WARM_UP_TURNS + TURNS; turn += 1) {
        for (const kind of ['server', 'guard', 'headers'] as const) {
          const rate = await requestsPerSecond(reads[kind])
          if (turn >= WARM_UP_TURNS) rates[kind].push(rate)
        }
      }
      const [server, guard, onlyHeaders] = [rates.server, rates.guard, rates.headers].map((one) =>
        percentile(one, 0.5),
      ) as [number, number, number]
      const ratio = server / guard
      return [
        {
          name: 'requests a second of a cached read / of a bare Express route behind the same guard',
          value: rounded(ratio),
          unit: 'ratio',
          goal: `at least ${GOAL}`,
          ok: ratio >= GOAL,
          how: `${CONNECTIONS} connections of one undici client, ${TURNS} turns of ${REQUESTS_A_TURN} requests each, median rate: GET /api/{instance}/users/{id} of one person (${body.length} bytes) ${rounded(server, 0)} a second; Express with securityHeaders(), x-csrf and origin, session from the store and rate limit ${rounded(guard, 0)}; with securityHeaders() alone ${rounded(onlyHeaders, 0)} (ratio ${rounded(server / onlyHeaders)})`,
        },
      ]
    } finally {
      await bareProcess.stop()
    }
  })
}

async function requestsPerSecond(read: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  let left = REQUESTS_A_TURN
  const connection = async () => {
    while (left > 0) {
      left -= 1
      await read()
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, connection))
  return (REQUESTS_A_TURN / (performance.now() - started)) * 1_000
}
