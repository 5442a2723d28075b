import type { Measure } from './measure.ts'
import { sendRequests } from './send-requests.ts'
import { type ServerProcess, startServer } from './server-process.ts'
import { signedRequest } from './signed-request.ts'

const GOAL = 0.35
const ROUNDS = 5
const REQUESTS = 6000
const CONNECTIONS = 8

/** DescribeUser against a bare Node HTTP server that sends the same bytes, both in requests per processor second. */
export async function measure(): Promise<Measure[]> {
  const emulator = await startServer('./emulator-server.ts', ['1000'])
  const path = await firstUserPath(emulator)
  const answer = await fetch(emulator.url + path, { headers: signature() })
  const { connection: _, date: __, 'keep-alive': ___, ...headers } = Object.fromEntries(answer.headers)
  const bare = await startServer('./bare-server.ts', [
    JSON.stringify(headers),
    Buffer.from(await answer.arrayBuffer()).toString('base64'),
  ])
  const request = signedRequest('GET', path)
  try {
    const ratios: number[] = []
    await perCpuSecond(emulator, request)
    await perCpuSecond(bare, request)
    for (let round = 0; round < ROUNDS; round++) {
      ratios.push((await perCpuSecond(emulator, request)) / (await perCpuSecond(bare, request)))
    }
    const value = ratios.sort((a, b) => a - b)[ROUNDS >> 1] ?? 0
    return [
      {
        name: 'emulator.describe-user.throughput',
        value: Math.round(value * 1000) / 1000,
        unit: 'ratio to a bare Node HTTP server',
        goal: `>= ${GOAL}`,
        ok: value >= GOAL,
        how: `median of ${ROUNDS} alternating rounds of ${REQUESTS} requests on ${CONNECTIONS} connections, requests per processor second of the server process; the bare server sends the same headers and bytes`,
      },
    ]
  } finally {
    await emulator.stop()
    await bare.stop()
  }
}

async function perCpuSecond(server: ServerProcess, request: string): Promise<number> {
  const before = await server.cpuSeconds()
  await sendRequests(server.url, request, REQUESTS, CONNECTIONS)
  return REQUESTS / ((await server.cpuSeconds()) - before)
}

async function firstUserPath({ url, instanceId }: ServerProcess): Promise<string> {
  const answer = await fetch(`${url}/users-summary/${instanceId}?maxResults=1`, { headers: signature() })
  const { UserSummaryList } = (await answer.json()) as { UserSummaryList: { Id: string }[] }
  return `/users/${instanceId}/${UserSummaryList[0]?.Id}`
}

function signature(): Record<string, string> {
  const lines = signedRequest('GET', '/').split('\r\n')
  return Object.fromEntries(
    lines
      .slice(1)
      .flatMap((line) => (/^(x-amz-date|authorization): /.test(line) ? [line.split(': ') as [string, string]] : [])),
  )
}
