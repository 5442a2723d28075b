import { StatementSync } from 'node:sqlite'
import type { User } from '@patchbay/contract'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { routeTable } from '../../http/route-table.ts'
import { openMatrixWorld, type MatrixWorld } from './testing/matrix-world.ts'

// Someone out of scope answers as nobody does, in time too: the same calls to Amazon Connect and the same statements to the store.

/** What each write sends; each would change the person. */
const bodies: Readonly<Record<string, (person: User) => object>> = {
  'users.updateIdentity': ({ identity }) => ({ ...identity, firstName: 'Other' }),
  'users.updatePhone': ({ phone }) => ({ ...phone, afterContactWorkSeconds: 77 }),
  'users.updateRoutingProfile': () => ({ routingProfileId: world.routingProfileIds[1] }),
  'users.updateHierarchyGroup': () => ({ hierarchyGroupId: world.groups.in }),
  'users.updateSecurityProfiles': () => ({ securityProfileIds: [world.profiles.get('QualityAnalyst')] }),
  'users.updateChannels': () => ({ channels: [{ channel: 'CHAT', autoAccept: true, afterContactWorkSeconds: 41 }] }),
  'users.updateProficiencies': () => ({
    proficiencies: [{ attributeName: 'Skill', attributeValue: 'Fraud', level: 3 }],
  }),
  'users.updateStatus': () => ({ agentStatus: 'Training' }),
  'users.dismissContact': ({ id }) => ({ contactId: world.giveContact(id) }),
  'users.updateWorkspaces': () => ({ workspaceIds: [world.workspaceId] }),
  'users.updateNotification': () => ({ notificationId: world.notificationId, status: 'READ' }),
  'users.updateTags': () => ({ tags: { Site: 'Lisbon' } }),
  'users.updateSettings': ({ phone }) => ({ phone: { ...phone, afterContactWorkSeconds: 78 } }),
  'users.delete': () => ({}),
}

/** What runs by itself meanwhile asks of these and of no person. */
const background = /changes|leases|audit|sessions/

let world: MatrixWorld
const statements: string[] = []
beforeAll(async () => {
  for (const method of ['all', 'run', 'get', 'iterate'] as const) {
    const real = StatementSync.prototype[method]
    vi.spyOn(StatementSync.prototype, method).mockImplementation(function record(this: StatementSync, ...values) {
      if (!background.test(this.sourceSQL)) statements.push(this.sourceSQL)
      return Reflect.apply(real, this, values) as never
    })
  }
  // A clock that stands still: no reading grows old, and nothing is read again beside what is asked.
  const now = new Date()
  world = await openMatrixWorld({ now: () => now })
  await world.people.administrator.get(`${world.console.base}/users?pageSize=1&fresh=true`)
})
afterAll(async () => {
  vi.restoreAllMocks()
  await world.console[Symbol.asyncDispose]()
})

const routes = routeTable.filter(({ path }) => path.startsWith('/{instance}/users/{id}'))

async function asked({ method, path }: (typeof routes)[number], id: string, body: object | undefined) {
  const address = path.replace('/{instance}', world.console.base).replace('{id}', id)
  statements.length = 0
  let status = 0
  const calls = await world.callsOf(async () => {
    ;({ status } = await world.people.supervisor.request(method, address, body))
  })
  expect(status).toBe(404)
  return { calls, statements: [...statements] }
}

describe.each(routes.map((route) => [route.name, route] as const))('%s', (name, route) => {
  it('does the same work for someone out of scope as for nobody', async () => {
    const out = await world.personIn('out', 'supervisor')
    const { body: person } = await world.people.administrator.get(`${world.console.base}/users/${out}`)
    const write = bodies[name]
    expect(write !== undefined).toBe(route.method !== 'GET')
    const body = write && { ...write(person), version: person.version }
    // What is asked for the first time in the life of a server comes first.
    await asked(route, await world.personIn('absent', 'supervisor'), body)

    const nobody = await asked(route, await world.personIn('absent', 'supervisor'), body)
    expect(await asked(route, out, body)).toEqual(nobody)
  })
})
