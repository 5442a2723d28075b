import { createEmulator } from '@patchbay/connect-emulator'
import { createDemoIdp } from '@patchbay/demo-idp'
import type { User, UserRow } from '@patchbay/contract'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { readConfig } from '../../config.ts'
import { stubCredentials } from '../../connect/testing/open-door.ts'
import { createServer } from '../../server.ts'
import { makeStorePlace, settingsOf } from '../../store/testing/store-place.ts'
import { Browser } from '../../testing/browser.ts'

/** Two consoles on one database, and an administrator at each. */
async function startConsoles() {
  stubCredentials()
  const [place, emulator, idp] = await Promise.all([makeStorePlace(), createEmulator(), createDemoIdp({ port: 0 })])
  const config = readConfig({
    PATCHBAY_PORT: '0',
    PATCHBAY_DEMO: '1',
    CONNECT_PACE: 'off',
    AWS_REGION: 'eu-west-2',
    AWS_ENDPOINT_URL_CONNECT: emulator.url,
    OIDC_ISSUER: idp.issuer,
    ...settingsOf(place),
  })
  const log = pino({ level: 'silent' })
  const servers = [await createServer(config, { log }), await createServer(config, { log })] as const
  const browsers = [new Browser(servers[0].url), new Browser(servers[1].url)] as const
  for (const browser of browsers) await browser.visit('/auth/sign-in?login_hint=administrator&returnTo=/healthz')
  return {
    emulator,
    browsers,
    async [Symbol.asyncDispose]() {
      await Promise.all(servers.map((server) => server.close()))
      await Promise.all([emulator.close(), idp.close()])
      await place[Symbol.asyncDispose]()
    },
  }
}

const isAdmin = ({ securityProfiles }: Pick<UserRow, 'securityProfiles'>) =>
  securityProfiles.some(({ name }) => name === 'Admin')

test.for([['demote'], ['delete']] as const)(
  'two consoles that %s the last two administrators at the same moment leave one',
  async ([act]) => {
    await using consoles = await startConsoles()
    const { emulator, browsers } = consoles
    // More than one meeting: which of them is first is chance.
    for (let round = 0; round < 5; round += 1) {
      const { alias, instanceId } = await emulator.createInstance({ users: 12, seed: round + 1 })
      const list = async () => {
        const answer = await browsers[0].request(`/api/${alias}/users?pageSize=500&fresh=true`)
        return ((await answer.json()) as { items: UserRow[] }).items
      }
      const people = await list()
      const holders = people.filter(isAdmin)
      expect(holders).toHaveLength(2)
      const agent = people.find((row) => !isAdmin(row))?.securityProfiles.map(({ id }) => id) ?? []
      // Each is read before either is changed, and each console has just met a slow Connect.
      const read = await Promise.all(
        holders.map(async ({ id }, at) => {
          const answer = await browsers[at === 0 ? 0 : 1].request(`/api/${alias}/users/${id}`)
          return (await answer.json()) as User
        }),
      )
      emulator.setFault({ instanceId, operation: 'UpdateUserSecurityProfiles', delayMs: 200 })
      emulator.setFault({ instanceId, operation: 'DeleteUser', delayMs: 200 })
      const answers = await Promise.all(
        read.map(({ id, version }, at) => {
          const path = `/api/${alias}/users/${id}`
          return browsers[at === 0 ? 0 : 1].request(
            act === 'delete' ? path : `${path}/security-profiles`,
            act === 'delete'
              ? { method: 'DELETE', body: { version } }
              : { method: 'PUT', body: { version, securityProfileIds: agent } },
          )
        }),
      )
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 403])
      emulator.clearFaults()
      expect((await list()).filter(isAdmin)).toHaveLength(1)
    }
  },
)
