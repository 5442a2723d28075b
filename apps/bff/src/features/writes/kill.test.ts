import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { DescribeUserCommand, ConnectClient } from '@aws-sdk/client-connect'
import { createEmulator } from '@patchbay/connect-emulator'
import type { User } from '@patchbay/contract'
import { createDemoIdp } from '@patchbay/demo-idp'
import { expect, test } from 'vitest'
import { stubCredentials } from '../../connect/testing/open-door.ts'
import { createChangeRecords } from '../../store/audit/change-records.ts'
import { openStore } from '../../store/store.ts'
import { makeStorePlace, settingsOf } from '../../store/testing/store-place.ts'
import { Browser } from '../../testing/browser.ts'
import { compileCache } from '../../testing/compile-cache.ts'

const main = fileURLToPath(new URL('../../main.ts', import.meta.url))

async function startServer(settings: Record<string, string>): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [main], {
    env: {
      AWS_REGION: 'eu-west-2',
      AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'secret',
      PATCHBAY_DEMO: '1',
      PATCHBAY_PORT: '0',
      CONNECT_PACE: 'off',
      LOG_LEVEL: 'fatal',
      ...compileCache,
      ...settings,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const [{ url }] = (await once(child, 'message')) as [{ url: string }]
  return { child, url }
}

/** Where the server is when it is killed, made long enough to be met. */
const moments = [
  ['while Connect is asked to write', 'UpdateUserPhoneConfig'],
  ['while what was written is read back', 'DescribeUser'],
] as const

test.each(moments)('killed %s, no write is without its intent, and each one is confirmed', async (_when, operation) => {
  stubCredentials()
  await using place = await makeStorePlace()
  const [emulator, idp] = await Promise.all([createEmulator(), createDemoIdp({ port: 0 })])
  const connect = new ConnectClient({ region: 'eu-west-2', endpoint: emulator.url })
  try {
    const { alias, instanceId } = await emulator.createInstance({ users: 12 })
    const settings = { ...settingsOf(place), AWS_ENDPOINT_URL_CONNECT: emulator.url, OIDC_ISSUER: idp.issuer }
    const { child, url } = await startServer(settings)
    const browser = new Browser(url)
    await browser.visit('/auth/sign-in?login_hint=administrator&returnTo=/healthz')
    const { items } = (await (await browser.request(`/api/${alias}/users`)).json()) as { items: { id: string }[] }
    const people = await Promise.all(
      items
        .slice(0, 5)
        .map(async ({ id }) => (await (await browser.request(`/api/${alias}/users/${id}`)).json()) as User),
    )
    const writes = () => emulator.listCalls({ instanceId, operation: 'UpdateUserPhoneConfig' })
    const ended = once(child, 'exit')
    const save = ({ id, version, phone }: User) =>
      browser
        .request(`/api/${alias}/users/${id}/phone`, {
          method: 'PUT',
          body: { ...phone, afterContactWorkSeconds: 4_321, version },
        })
        .catch(() => undefined)
    if (operation === 'UpdateUserPhoneConfig') emulator.setFault({ operation, instanceId, delayMs: 60_000 })
    const saving = people.map(save)
    await using before = await openHere(place)
    const isMet = async () =>
      operation === 'DescribeUser' ? writes().length > 0 : (await changesOf(before)).length > 0
    await expect.poll(isMet, { interval: 5 }).toBe(true)
    child.kill('SIGKILL')
    await ended
    await Promise.all(saving)
    emulator.clearFaults()

    const again = await startServer(settings)
    try {
      await using store = await openHere(place)
      const seen = async (id: string) => {
        const { User: user } = await connect.send(new DescribeUserCommand({ InstanceId: instanceId, UserId: id }))
        return user?.PhoneConfig?.AfterContactWorkTimeLimit === 4_321
      }
      const written = (await Promise.all(people.map(async ({ id }) => ((await seen(id)) ? [id] : [])))).flat()
      const changes = await changesOf(store)
      const targets = changes.map(({ target }) => target?.id)
      expect(new Set(targets).size).toBe(targets.length)
      expect(targets).toEqual(expect.arrayContaining(written))
      await expect
        .poll(async () =>
          (await changesOf(store))
            .filter(({ status }) => status === 'confirmed')
            .map(({ target }) => String(target?.id))
            .toSorted(),
        )
        .toEqual(written.toSorted())
    } finally {
      again.child.kill('SIGKILL')
    }
  } finally {
    connect.destroy()
    await Promise.all([emulator.close(), idp.close()])
  }
})

async function openHere(place: { dataDir: string; databaseUrl?: string }) {
  const store = await openStore({
    ...place,
    sessionLimits: { idleMinutes: 30, absoluteMinutes: 480, claimsMinutes: 15 },
    now: () => new Date(),
    onError: (error) => expect.unreachable(String(error)),
  })
  return { ...store, [Symbol.asyncDispose]: () => store.close() }
}

const changesOf = ({ database }: Awaited<ReturnType<typeof openHere>>) =>
  createChangeRecords(database).search({ kind: 'change' }, 'all', { limit: 100 })
