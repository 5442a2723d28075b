import { expect, test } from 'vitest'
import { openDoor } from '../testing/open-door.ts'
import type { CallOptions } from '../upstream.ts'
import { KeptSweep, type KeptSweepOptions } from './kept-sweep.ts'
import { Readings } from './readings.ts'

test('a sweep that another one needs first is work in the background, until a person waits for either', async () => {
  await using world = await openDoor()
  const readings = new Readings(world.store, world.instanceId, () => new Date())
  const newSweep = (kind: KeptSweepOptions['kind'], sweep: KeptSweepOptions['sweep']) =>
    new KeptSweep({
      kind,
      keepMs: 0,
      sweep,
      readings,
      leases: world.store.leases,
      lease: kind,
      now: () => new Date(),
      log: world.log,
    })
  const [begun, goOn] = [Promise.withResolvers<CallOptions>(), Promise.withResolvers<void>()]
  const needed = newSweep('securityProfiles', async (call) => {
    begun.resolve(call)
    await goOn.promise
  })
  const needing = newSweep('permissions', (call) => needed.renew(call))

  needing.refresh(await readings.find('permissions'))
  const call = await begun.promise
  expect(call.priority).toBe('background')
  const leaving = new AbortController()
  const person = needing.join({ signal: leaving.signal })
  expect(call.priority).toBe('person')
  leaving.abort(new Error('gone'))
  await expect(person).rejects.toThrow('gone')
  expect(call.priority).toBe('background')
  const another = needed.join({ signal: undefined })
  expect(call.priority).toBe('person')
  goOn.resolve()
  await another
  await needing.close()
})
