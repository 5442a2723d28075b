import type { User, UserRow } from '@patchbay/contract'
import { expect, test } from 'vitest'
import { startReplicas } from '../../testing/start-replicas.ts'

const isAdmin = ({ securityProfiles }: Pick<UserRow, 'securityProfiles'>) =>
  securityProfiles.some(({ name }) => name === 'Admin')

test.for([['demote'], ['delete']] as const)(
  'two consoles that %s the last two administrators at the same moment leave one',
  async ([act]) => {
    await using consoles = await startReplicas({ CONNECT_PACE: 'off' })
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
