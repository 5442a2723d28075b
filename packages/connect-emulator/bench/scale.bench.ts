import { Agent, request } from 'node:http'
import { listUserIds } from './list-user-ids.ts'
import type { Measure } from './measure.ts'
import { median, round } from './median.ts'
import { type ServerProcess, startServer } from './server-process.ts'
import { SIGNATURE_HEADERS } from './signed-request.ts'

const MANY = 50_000
const FEW = 1_000
const START_SECONDS = 3
const MEGABYTES = 300
const DESCRIBE_RATIO = 1.5
/** The linear constant stated for SearchUsers: what one more person may cost a search. */
const SEARCH_MICROSECONDS_PER_PERSON = 1

/** What 50,000 people cost against 1,000: start, memory, one describe, one search. */
export async function measure(): Promise<Measure[]> {
  const many = await startServer('./emulator-server.ts', [String(MANY)])
  const few = await startServer('./emulator-server.ts', [String(FEW)])
  try {
    const seeded = (await many.usage()).rssMegabytes
    const describe = await alternate(many, few, describeTimes)
    const search = await alternate(many, few, searchTimes)
    const perPerson = ((search.many - search.few) * 1000) / (MANY - FEW)
    const used = (await many.usage()).rssMegabytes
    return [
      row('start', many.startSeconds, 's', START_SECONDS, `fork to ready with ${MANY} people seeded, wall clock`),
      row('memory', seeded, 'MB', MEGABYTES, `resident set once ${MANY} people are seeded and the port listens`),
      row('memory-in-use', used, 'MB', MEGABYTES, 'resident set after the requests of the rows below'),
      row(
        'describe-user',
        describe.many / describe.few,
        'ratio',
        DESCRIBE_RATIO,
        `medians at ${MANY} against ${FEW} people, 400 calls each over many people`,
      ),
      row(
        'search-users',
        search.many / search.few,
        'ratio',
        MANY / FEW,
        `medians at ${MANY} against ${FEW} people, page of 500, FirstName contains; linear growth would be ${MANY / FEW}`,
      ),
      row(
        'search-users.per-person',
        perPerson,
        'µs',
        SEARCH_MICROSECONDS_PER_PERSON,
        'slope between the two sizes: what one more person adds to a search',
      ),
    ]
  } finally {
    await many.stop()
    await few.stop()
  }
}

function row(name: string, value: number, unit: string, limit: number, how: string): Measure {
  return { name: `emulator.scale.${name}`, value: round(value), unit, goal: `<= ${limit}`, ok: value <= limit, how }
}

type Times = (server: ServerProcess) => Promise<number[]>

/** Medians in milliseconds; the two sides take turns, so that a busy machine slows both. */
async function alternate(
  many: ServerProcess,
  few: ServerProcess,
  times: Times,
): Promise<{ many: number; few: number }> {
  await times(few)
  await times(many)
  const all: { many: number[]; few: number[] } = { many: [], few: [] }
  for (let turn = 0; turn < 4; turn++) {
    all.few.push(...(await times(few)))
    all.many.push(...(await times(many)))
  }
  return { many: median(all.many), few: median(all.few) }
}

const describeTimes: Times = async (server) => {
  const ids = await listUserIds(server, 100)
  return timesOf(
    server,
    ids.map((id) => ({ method: 'GET', path: `/users/${server.instanceId}/${id}` })),
  )
}

const searchTimes: Times = (server) => {
  const StringCondition = { FieldName: 'FirstName', Value: 'an', ComparisonType: 'CONTAINS' }
  const body = JSON.stringify({ InstanceId: server.instanceId, MaxResults: 500, SearchCriteria: { StringCondition } })
  return timesOf(
    server,
    Array.from({ length: 15 }, () => ({ method: 'POST', path: '/search-users', body })),
  )
}

interface Sent {
  method: string
  path: string
  body?: string
}

async function timesOf({ url }: ServerProcess, requests: readonly Sent[]): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const times: number[] = []
  for (const one of requests) {
    const startedAt = performance.now()
    await send(url, one, agent)
    times.push(performance.now() - startedAt)
  }
  agent.destroy()
  return times
}

function send(url: string, { method, path, body }: Sent, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', ...SIGNATURE_HEADERS }
    const outgoing = request(url + path, { method, headers, agent }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`Expected 200, got ${answer.statusCode}`))
      answer.resume().on('end', resolve)
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
