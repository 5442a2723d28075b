import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Operator, type Visit } from './operator.ts'
import { percentile, rounded, type Row } from './row.ts'
import { signInCookie, withPatchbay } from './running-patchbay.ts'

const OPERATORS = 10
/** How long they work at one pace. */
const SECONDS = 120
/** From one person's page to the next: 1.7 describes a second of ten operators, inside Connect's 2, and 5, beyond it. */
const PACES_S = [6, 2] as const
/** Connect's own bursts of five are full again, and no line is left. */
const REST_MS = 10_000

type Throttles = 'aws' | 'off'

interface Call {
  readonly operation: string
  readonly status: number
}

/** Ten operators at once, with AWS's throttles and Patchbay's pace, against neither. */
export async function measure({ seconds = SECONDS } = {}): Promise<Row[]> {
  const free = await workUnder('off', seconds)
  const paced = await workUnder('aws', seconds)
  return PACES_S.flatMap((everySeconds, at) => rowsOf({ everySeconds, seconds }, paced[at], free[at]))
}

interface Work {
  readonly visits: readonly Visit[]
  readonly calls: readonly Call[]
}

async function workUnder(throttles: Throttles, seconds: number): Promise<Work[]> {
  return await withPatchbay(
    async ({ patchbay, emulator, createInstance }) => {
      const users = OPERATORS * PACES_S.reduce((sum, everySeconds) => sum + Math.ceil(seconds / everySeconds), 0)
      const { alias, instanceId } = await createInstance({
        alias: `operators-${randomUUID().slice(0, 8)}`,
        users,
        seed: 1,
      })
      await put(emulator, 'throttles', { mode: throttles })
      const cookies = await Promise.all(Array.from({ length: OPERATORS }, () => signInCookie(patchbay, 'auditor')))
      const operators = cookies.map((cookie) => new Operator(patchbay, alias, cookie))
      const people = await operators[0]!.readEverybody()
      if (people.length < users) throw new Error(`The operators see ${people.length} of ${users} people.`)
      const work: Work[] = []
      for (const everySeconds of PACES_S) {
        await sleep(REST_MS)
        const callsBefore = (await callsOf(emulator, instanceId)).length
        const visits = await Promise.all(
          operators.map((operator, at) =>
            // Spread over the pace, as people are.
            operator.workThrough(people.splice(0, Math.ceil(seconds / everySeconds)), {
              everyMs: everySeconds * 1_000,
              startInMs: (at * everySeconds * 1_000) / OPERATORS,
            }),
          ),
        )
        work.push({ visits: visits.flat(), calls: (await callsOf(emulator, instanceId)).slice(callsBefore) })
      }
      return work
    },
    { CONNECT_PACE: throttles },
  )
}

function rowsOf(
  { everySeconds, seconds }: { everySeconds: number; seconds: number },
  paced: Work | undefined,
  free: Work | undefined,
): Row[] {
  if (paced === undefined || free === undefined) throw new Error('Nothing was measured.')
  const pace = `a person every ${everySeconds} s`
  const how =
    `${OPERATORS} signed-in HTTP clients, no browsers, ${seconds} s, each opening another person every ${everySeconds} s as the page does: GET …/users/{id}/summary (usable) and …/users/{id} (complete) at once, ` +
    `the latter aborted when the next person is opened; emulator's throttles "aws" and CONNECT_PACE=aws, against both off`
  const errors = paced.visits.flatMap(({ error }) => error ?? [])
  const throttled = paced.calls.filter(({ status }) => status === 429)
  const describes = paced.calls.filter(({ operation }) => operation === 'DescribeUser')
  const whole = paced.visits.filter(({ completeMs }) => completeMs !== undefined)
  const times = (work: Work, of: 'usableMs' | 'completeMs') => work.visits.flatMap((visit) => visit[of] ?? [])
  const against = (what: string, of: 'usableMs' | 'completeMs'): Row[] =>
    (
      [
        ['median', 0.5],
        ['95th percentile', 0.95],
      ] as const
    ).map(([name, share]) => {
      const [ours, theirs] = [percentile(times(paced, of), share), percentile(times(free, of), share)]
      // While the line is longer than a reader stays, what is complete comes late by the nature of 2 a second: it is told, and no goal.
      const isGoal = of === 'usableMs'
      return {
        name: `${pace}: ${what}, ${name}, with throttles / without`,
        value: rounded(ours / theirs),
        unit: 'ratio',
        goal: isGoal ? 'at once: at most 2, or 100 ms' : 'none: as slots come',
        // Nobody left before anything could be read.
        ok: !isGoal || (times(paced, of).length === paced.visits.length && ours <= Math.max(2 * theirs, 100)),
        how: `${rounded(ours, 0)} ms against ${rounded(theirs, 0)} ms; ${times(paced, of).length} of ${paced.visits.length} visits against ${times(free, of).length} of ${free.visits.length}; ${how}`,
      }
    })
  return [
    {
      name: `${pace}: errors shown`,
      value: errors.length,
      unit: 'errors',
      goal: 'exactly 0',
      ok: errors.length === 0,
      how: `${errors.slice(0, 3).join(' | ') || `of ${paced.visits.length} visits`}; ${how}`,
    },
    {
      name: `${pace}: calls throttled by the service`,
      value: throttled.length,
      unit: 'calls',
      goal: 'exactly 0',
      ok: throttled.length === 0,
      how: `status 429 in the emulator's call list, of ${paced.calls.length} calls (DescribeUser ${describes.length}, pages complete ${whole.length}, left before ${paced.visits.length - whole.length})`,
    },
    ...against('usable', 'usableMs'),
    ...against('complete', 'completeMs'),
  ]
}

async function callsOf(emulator: string, instanceId: string): Promise<Call[]> {
  const response = await fetch(`${emulator}/_emulator/calls?instanceId=${instanceId}`)
  return ((await response.json()) as { calls: Call[] }).calls
}

async function put(emulator: string, path: string, body: unknown): Promise<void> {
  const response = await fetch(`${emulator}/_emulator/${path}`, {
    method: 'PUT',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })
  if (!response.ok) throw new Error(`PUT /_emulator/${path}: ${response.status}`)
}
