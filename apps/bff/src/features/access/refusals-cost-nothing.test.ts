import { holdsRouteRight } from '@patchbay/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routeTable } from '../../http/route-table.ts'
import { openMatrixWorld, roles, type MatrixWorld } from './testing/matrix-world.ts'

// From the route table: whoever lacks the right of a route is refused before Amazon Connect is asked anything and before what was sent is read.

let world: MatrixWorld
beforeAll(async () => {
  world = await openMatrixWorld()
}, 60_000)
afterAll(() => world.console[Symbol.asyncDispose]())

describe.each(routeTable.map((route) => [`${route.method} ${route.path}`, route] as const))('%s', (_name, route) => {
  it('refuses who lacks its right, at no cost', async () => {
    const address = route.path.replace('/{instance}', world.console.base).replaceAll(/\{[^}]+\}/g, crypto.randomUUID())
    for (const role of roles) {
      const { body: session } = await world.people[role].get('/session')
      if (holdsRouteRight(new Set(session.rights), route.right)) continue
      let answered: unknown
      const body = route.method === 'GET' ? undefined : { no: 'such field' }
      const calls = await world.callsOf(async () => {
        const answer = await world.people[role].request(route.method, address, body)
        answered = [answer.status, answer.body.code]
      })
      expect([role, answered, calls]).toEqual([role, [403, 'FORBIDDEN'], 0])
    }
  })
})

it('has routes that somebody lacks the right of', async () => {
  const held = await Promise.all(roles.map(async (role) => (await world.people[role].get('/session')).body.rights))
  const lacking = routeTable.filter(({ right }) => held.some((own) => !holdsRouteRight(new Set(own), right)))
  expect(lacking.length).toBeGreaterThan(15)
})
