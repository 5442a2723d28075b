import { listUserIds } from './list-user-ids.ts'
import type { Measure } from './measure.ts'
import { median, round } from './median.ts'
import { sendRequests } from './send-requests.ts'
import { type ServerProcess, startServer } from './server-process.ts'
import { SIGNATURE_HEADERS, signedRequest } from './signed-request.ts'

const GOAL = 0.35
const ROUNDS = 5
const REQUESTS = 6000
const CONNECTIONS = 8

/** DescribeUser against a bare Node HTTP server that sends the same bytes, both in requests per processor second. */
export async function measure(): Promise<Measure[]> {
  const emulator = await startServer('./emulator-server.ts', ['1000'])
  const [userId] = await listUserIds(emulator, 1)
  const path = `/users/${emulator.instanceId}/${userId}`
  const answer = await fetch(emulator.url + path, { headers: SIGNATURE_HEADERS })
  const kept = ['content-type', 'content-length', 'x-amzn-requestid'].map((name) => [name, answer.headers.get(name)])
  const body = Buffer.from(await answer.arrayBuffer()).toString('base64')
  const bare = await startServer('./bare-server.ts', [JSON.stringify(Object.fromEntries(kept)), body])
  const request = signedRequest('GET', path)
  try {
    const ratios: number[] = []
    for (let at = 0; at <= ROUNDS; at++) {
      ratios.push((await perCpuSecond(emulator, request)) / (await perCpuSecond(bare, request)))
    }
    // The first round warms both up.
    const value = round(median(ratios.slice(1)))
    return [
      {
        name: 'emulator.describe-user.throughput',
        value,
        unit: 'ratio to a bare Node HTTP server',
        goal: `>= ${GOAL}`,
        ok: value >= GOAL,
        how: `median of ${ROUNDS} alternating rounds of ${REQUESTS} requests on ${CONNECTIONS} connections, requests per processor second of each server process; the bare server sends the same headers and bytes`,
      },
    ]
  } finally {
    await emulator.stop()
    await bare.stop()
  }
}

async function perCpuSecond(server: ServerProcess, request: string): Promise<number> {
  const before = await server.usage()
  await sendRequests(server.url, request, REQUESTS, CONNECTIONS)
  return REQUESTS / ((await server.usage()).cpuSeconds - before.cpuSeconds)
}
