import { randomUUID } from 'node:crypto'
import { ConnectClient, DescribeUserCommand, ListUsersCommand } from '@aws-sdk/client-connect'
import { signIn, withPatchbay } from './running-patchbay.ts'
import { percentile, rounded, type Row } from './row.ts'

const ROUNDS = 400
const WARM_UP = 50

/** A person's page through the server against the SDK call that it needs, both to the same emulator, turn by turn. */
export async function measure(): Promise<Row[]> {
  return withPatchbay(async ({ patchbay, emulator, createInstance }) => {
    const { alias, instanceId } = await createInstance({
      alias: `bench-${randomUUID().slice(0, 8)}`,
      users: 1_000,
      seed: 1,
    })
    const connect = new ConnectClient({
      endpoint: emulator,
      region: 'us-east-1',
      credentials: { accessKeyId: 'BENCH', secretAccessKey: 'emulator' },
    })
    const { UserSummaryList = [] } = await connect.send(
      new ListUsersCommand({ InstanceId: instanceId, MaxResults: 1000 }),
    )
    const ids = UserSummaryList.flatMap(({ Id }) => Id ?? [])
    const get = await signIn(patchbay, 'auditor')

    const direct: number[] = []
    const throughServer: number[] = []
    for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
      const id = ids[round % ids.length] ?? ''
      const directMs = await timed(() => connect.send(new DescribeUserCommand({ InstanceId: instanceId, UserId: id })))
      const throughMs = await timed(() => get(`/api/${alias}/users/${id}`))
      if (round < WARM_UP) continue
      direct.push(directMs)
      throughServer.push(throughMs)
    }
    connect.destroy()
    const how = `${ROUNDS} different people, GET /api/{instance}/users/{id} and DescribeUser in turn, one emulator, no throttles, no pacing`
    return (
      [
        ['median', 0.5],
        ['95th percentile', 0.95],
      ] as const
    ).map(([name, share]) => {
      const ratio = percentile(throughServer, share) / percentile(direct, share)
      const absolute = `${rounded(percentile(throughServer, share))} ms against ${rounded(percentile(direct, share))} ms`
      return {
        name: `describeUser through the server / direct SDK call, ${name}`,
        value: rounded(ratio),
        unit: 'ratio',
        goal: 'at most 1.5',
        ok: ratio <= 1.5,
        how: `${how}: ${absolute}`,
      }
    })
  })
}

async function timed(call: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await call()
  return performance.now() - started
}
