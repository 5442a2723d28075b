import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  ConnectClient,
  CreateUserCommand,
  ListInstancesCommand,
  ListRoutingProfilesCommand,
  ListSecurityProfilesCommand,
  paginateListUsers,
} from '@aws-sdk/client-connect'
import { expect, onTestFinished, test } from 'vitest'

const BIN = fileURLToPath(new URL('../bin.ts', import.meta.url))

async function start(dataDir: string): Promise<{ child: ChildProcess; client: ConnectClient }> {
  const child = fork(BIN, ['--port', '0', '--throttles', 'off', '--users', '3', '--data-dir', dataDir], {
    stdio: 'ignore',
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [{ url }] = (await once(child, 'message')) as [{ url: string }]
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' }
  return { child, client: new ConnectClient({ endpoint: url, region: 'us-east-1', maxAttempts: 1, credentials }) }
}

async function findIds(client: ConnectClient) {
  const { InstanceSummaryList } = await client.send(new ListInstancesCommand({}))
  const InstanceId = InstanceSummaryList?.[0]?.Id ?? ''
  const { SecurityProfileSummaryList } = await client.send(new ListSecurityProfilesCommand({ InstanceId }))
  const { RoutingProfileSummaryList } = await client.send(new ListRoutingProfilesCommand({ InstanceId }))
  return {
    InstanceId,
    SecurityProfileIds: [SecurityProfileSummaryList?.[0]?.Id ?? ''],
    RoutingProfileId: RoutingProfileSummaryList?.[0]?.Id ?? '',
  }
}

test('kill -9 amid writes loses none that was answered, and nothing half-written comes back', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'connect-emulator-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const answered = new Set<string>()
  for (const killAfter of [1, 17, 40]) {
    const { child, client } = await start(dataDir)
    const ids = await findIds(client)
    const exited = once(child, 'exit')
    let count = 0
    const write = async (writer: number): Promise<void> => {
      for (let at = 0; at < 200; at++) {
        const Username = `k${killAfter}-${writer}-${at}`
        const IdentityInfo = { FirstName: 'Kill', LastName: 'Nine' }
        await client.send(new CreateUserCommand({ ...ids, Username, Password: 'Passw0rd', IdentityInfo }))
        answered.add(Username)
        if (++count === killAfter) child.kill('SIGKILL')
      }
    }
    await Promise.allSettled([0, 1, 2, 3].map(write))
    await exited
    client.destroy()
  }
  const { child, client } = await start(dataDir)
  const ids = await findIds(client)
  const found = new Set<string | undefined>()
  for await (const page of paginateListUsers({ client, pageSize: 1000 }, { InstanceId: ids.InstanceId })) {
    for (const user of page.UserSummaryList ?? []) found.add(user.Username)
  }
  expect(answered.size).toBeGreaterThanOrEqual(58)
  expect([...answered].filter((name) => !found.has(name))).toEqual([])
  // At most one write per writer and round may have been stored without its answer getting through.
  expect(found.size - 3 - answered.size).toBeLessThanOrEqual(12)
  client.destroy()
  const exited = once(child, 'exit')
  child.disconnect()
  expect(await exited).toEqual([0, null])
})
