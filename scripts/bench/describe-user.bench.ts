import { randomUUID } from 'node:crypto'
import { ConnectClient, DescribeUserCommand, paginateListUsers } from '@aws-sdk/client-connect'
import { startBareRoute } from './bare-route.ts'
import { HttpReader } from './http-reader.ts'
import { signIn, withPatchbay } from './running-patchbay.ts'
import { percentile, rounded, type Row } from './row.ts'

const ROUNDS = 1_000
/** The JIT compilers of three processes take this long until the medians no longer fall. */
const WARM_UP = 1_000

/** A person's page through the server against the SDK call that it needs, both to the same emulator, turn by turn. */
export async function measure(): Promise<Row[]> {
  return withPatchbay(async ({ patchbay, emulator, dataDir, createInstance }) => {
    const { alias, instanceId } = await createInstance({
      alias: `bench-${randomUUID().slice(0, 8)}`,
      users: ROUNDS + WARM_UP,
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

    const direct: number[] = []
    const uncached: number[] = []
    const cached: number[] = []
    const alone: number[] = []
    for (const [round, id] of ids.entries()) {
      const directMs = await timed(() => connect.send(new DescribeUserCommand({ InstanceId: instanceId, UserId: id })))
      const uncachedMs = await timed(() => get(`/api/${alias}/users/${id}`))
      const cachedMs = await timed(() => get(`/api/${alias}/users/${id}`))
      const aloneMs = await timed(() => bare.read('/headers'))
      if (round < WARM_UP) continue
      direct.push(directMs)
      uncached.push(uncachedMs)
      cached.push(cachedMs)
      alone.push(aloneMs)
    }
    connect.destroy()
    await bareProcess.stop()

    const aloneMedian = percentile(alone, 0.5)
    const how = `${ROUNDS} people in turn (${WARM_UP} before to warm up): DescribeUser by the SDK over its node:http, GET /api/{instance}/users/{id} of someone not read before by undici, and the same once more; kept connections, one emulator, no throttles, no pacing, LOG_LEVEL=warn; a bare Express route that sends the same ${body.length} bytes takes ${rounded(aloneMedian)} ms by the same client (${rounded(aloneMedian / percentile(direct, 0.5))} of the SDK call)`
    const row = (name: string, samples: readonly number[], share: number, atMost: number): Row => {
      const ratio = percentile(samples, share) / percentile(direct, share)
      const absolute = `${rounded(percentile(samples, share))} ms against ${rounded(percentile(direct, share))} ms`
      return {
        name: `describeUser through the server / direct SDK call, ${name}`,
        value: rounded(ratio),
        unit: 'ratio',
        goal: `at most ${atMost}`,
        ok: ratio <= atMost,
        how: `${how}: ${absolute}`,
      }
    }
    return [
      row('uncached, median', uncached, 0.5, 1.5),
      row('uncached, 95th percentile', uncached, 0.95, 1.5),
      row('cached, median', cached, 0.5, 0.3),
    ]
  })
}

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
