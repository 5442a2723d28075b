import { ListInstancesCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { startWorld } from './testing/test-world.ts'
import { createEmulator } from './index.ts'

test('close answers what is in flight on kept-alive connections, then the port is free', async () => {
  const { emulator, client } = await startWorld()
  await client.send(new ListInstancesCommand({}))
  emulator.setFault({ operation: 'ListInstances', delayMs: 100 })
  const slow = client.send(new ListInstancesCommand({}))
  await expect.poll(() => fetch(`${emulator.url}/_emulator/health`).then((answer) => answer.status)).toBe(200)
  const closed = emulator.close()
  expect((await slow).InstanceSummaryList).toHaveLength(1)
  await closed
  const again = await createEmulator({ port: emulator.port })
  expect(again.port).toBe(emulator.port)
  await again.close()
})

test('closing twice is closing once', async () => {
  const emulator = await createEmulator()
  await Promise.all([emulator.close(), emulator.close()])
  await expect(fetch(`${emulator.url}/_emulator/health`)).rejects.toThrow('fetch failed')
})

test('listens where told and says where', async () => {
  const emulator = await createEmulator({ host: '::1' })
  expect(emulator.url).toBe(`http://[::1]:${emulator.port}`)
  expect((await fetch(`${emulator.url}/_emulator/health`)).status).toBe(200)
  await emulator.close()
})

test('ARNs of new instances carry the region told', async () => {
  const { arn } = await startWorld({}, { region: 'eu-central-1' })
  expect(arn).toMatch(/^arn:aws:connect:eu-central-1:123456789012:instance\//)
})
