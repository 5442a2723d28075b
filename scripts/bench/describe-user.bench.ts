import { randomUUID } from 'node:crypto'
import { ConnectClient, DescribeUserCommand, paginateListUsers } from '@aws-sdk/client-connect'
import { startBareRoute } from './bare-route.ts'
import { HttpReader } from './http-reader.ts'
import { signIn, withPatchbay } from './running-patchbay.ts'
import { percentile, rounded, type Row } from './row.ts'

const ROUNDS = 1_000
/** The JIT compilers of three processes take this long until the medians no longer fall. */
const WARM_UP = 10_000
const FAR_ROUNDS = 500
/** Less than Amazon Connect takes to answer from anywhere. */
const FAR_MS = 5

/**
 * A person's page through the server against the SDK call that it needs, both to the same emulator, turn by turn: with the emulator as
 * near as AWS may ever be, and with nothing in between, where nothing is compared but what each of them computes.
 */
export async function measure(): Promise<Row[]> {
  return withPatchbay(async ({ patchbay, emulator, dataDir, createInstance }) => {
    const { alias, instanceId } = await createInstance({
      alias: `bench-${randomUUID().slice(0, 8)}`,
      users: WARM_UP + ROUNDS + FAR_ROUNDS,
      seed: 1,
    })
    const connect = new ConnectClient({
      endpoint: emulator,
      region: 'us-east-1',
      credentials: { accessKeyId: 'BENCH', secretAccessKey: 'emulator' },
    })
    const ids = await listIds(connect, instanceId)
    const get = await signIn(patchbay, 'auditor')
    const body = JSON.stringify(await get(`/api/${alias}/users/${ids[0]}`))
    const bareProcess = await startBareRoute(dataDir, body)
    const bare = new HttpReader(bareProcess.url, {})

    const timeAll = async (people: readonly string[]): Promise<Times> => {
      const times: Times = { direct: [], uncached: [], cached: [], alone: [] }
      for (const id of people) {
        const command = new DescribeUserCommand({ InstanceId: instanceId, UserId: id })
        times.direct.push(await timed(() => connect.send(command)))
        times.uncached.push(await timed(() => get(`/api/${alias}/users/${id}`)))
        times.cached.push(await timed(() => get(`/api/${alias}/users/${id}`)))
        times.alone.push(await timed(() => bare.read('/headers')))
      }
      return times
    }
    await timeAll(ids.slice(0, WARM_UP))
    const near = await timeAll(ids.slice(WARM_UP, WARM_UP + ROUNDS))
    const fault = JSON.stringify({ operation: 'DescribeUser', delayMs: FAR_MS })
    await fetch(`${emulator}/_emulator/faults`, { method: 'POST', body: fault })
    const far = await timeAll(ids.slice(WARM_UP + ROUNDS))
    connect.destroy()
    await bareProcess.stop()

    const aloneMedian = percentile(near.alone, 0.5)
    const bareHow = `a bare Express route that sends the same ${body.length} bytes takes ${rounded(aloneMedian)} ms by the same client (${rounded(aloneMedian / percentile(near.direct, 0.5))} of the SDK call without a network)`
    const how = `people in turn (${WARM_UP} before to warm up): DescribeUser by the SDK over its node:http, GET /api/{instance}/users/{id} of someone not read before by undici, and the same once more; kept connections, one emulator, no throttles, no pacing, LOG_LEVEL=warn; ${bareHow}`
    const row = (of: 'uncached' | 'cached', share: number, times: Times): Row => {
      const [ours, direct] = [percentile(times[of], share), percentile(times.direct, share)]
      const atMost = of === 'cached' ? 0.3 : 1.5
      const hasGoal = times === far && share === 0.5
      return {
        name: `describeUser through the server / direct SDK call, ${of}, ${share === 0.5 ? 'median' : '95th percentile'}, ${times === far ? `Amazon Connect ${FAR_MS} ms away` : 'without a network'}`,
        value: rounded(ours / direct),
        unit: 'ratio',
        goal: hasGoal ? `at most ${atMost}` : 'none of its own: decision 23 says what it is made of',
        ok: !hasGoal || ours / direct <= atMost,
        how: `${times.direct.length} ${how}: ${rounded(ours)} ms against ${rounded(direct)} ms`,
      }
    }
    return [
      row('uncached', 0.5, far),
      row('cached', 0.5, far),
      row('uncached', 0.95, far),
      row('uncached', 0.5, near),
      row('cached', 0.5, near),
    ]
  })
}

/** Milliseconds of each call. */
type Times = Record<'direct' | 'uncached' | 'cached' | 'alone', number[]>

async function listIds(connect: ConnectClient, instanceId: string): Promise<string[]> {
  const ids: string[] = []
  for await (const page of paginateListUsers({ client: connect }, { InstanceId: instanceId, MaxResults: 1_000 })) {
    ids.push(...(page.UserSummaryList ?? []).flatMap(({ Id }) => Id ?? []))
  }
  return ids
}

async function timed(call: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await call()
  return performance.now() - started
}
