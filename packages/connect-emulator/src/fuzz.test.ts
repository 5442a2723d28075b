import { Agent } from 'node:http'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { sendRaw } from './testing/raw-request.ts'
import { faultOf, randomRequest } from './testing/random-requests.ts'
import { startWorld } from './testing/test-world.ts'

test('2,000 odd requests: each is answered, no refusal is nameless, nothing breaks', async () => {
  const internal: unknown[] = []
  const world = await startWorld(
    { users: 20, hierarchyGroups: 5, workspaces: 2, routingProfiles: 2 },
    { onInternalError: (error) => internal.push(error) },
  )
  const agent = new Agent({ keepAlive: true, maxSockets: 4 })
  onTestFinished(() => agent.destroy())
  await fc.assert(
    fc.asyncProperty(randomRequest(world.instanceId), async (request) => {
      const answer = await sendRaw(world.emulator.url, request, agent).catch((error: Error) => error)
      expect(faultOf(request, answer)).toBeUndefined()
    }),
    { numRuns: 2000, seed: 20_261_121 },
  )
  expect(internal).toEqual([])
  expect((await sendRaw(world.emulator.url, { path: '/instance' })).status).toBe(200)
})
