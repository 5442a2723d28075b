import { Agent } from 'node:http'
import fc from 'fast-check'
import { createEmulator } from '../src/index.ts'
import { faultOf, randomRequest } from '../src/testing/random-requests.ts'
import { sendRaw } from '../src/testing/raw-request.ts'
import type { Measure } from './measure.ts'

const REQUESTS = 20_000

/** Odd requests that were not answered as AWS would, or broke the emulator; a new seed each time, named in the row. */
export async function measure(): Promise<Measure[]> {
  let internalErrors = 0
  const emulator = await createEmulator({
    onInternalError: () => {
      internalErrors++
    },
  })
  const { instanceId } = await emulator.createInstance({
    users: 20,
    hierarchyGroups: 5,
    workspaces: 2,
    routingProfiles: 2,
  })
  const agent = new Agent({ keepAlive: true, maxSockets: 4 })
  const seed = Date.now() & 0x7f_ff_ff_ff
  let faults = 0
  for (const request of fc.sample(randomRequest(instanceId), { numRuns: REQUESTS, seed })) {
    const answer = await sendRaw(emulator.url, request, agent).catch((error: Error) => error)
    if (faultOf(request, answer) !== undefined) faults++
  }
  const healthy = (await fetch(`${emulator.url}/_emulator/health`)).status === 200
  agent.destroy()
  await emulator.close()
  return [
    {
      name: 'emulator.fuzz',
      value: faults + internalErrors,
      unit: 'wrong answers',
      goal: '0',
      ok: faults + internalErrors === 0 && healthy,
      how: `${REQUESTS} odd requests, seed ${seed}; wrong is no answer, a 500, or a refusal without name or message`,
    },
  ]
}
