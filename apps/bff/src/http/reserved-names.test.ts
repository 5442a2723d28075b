import { reservedNames } from '@patchbay/contract'
import { describe, expect, it } from 'vitest'
import { openConsole } from '../features/testing/open-console.ts'
import { routeTable } from './route-table.ts'

const firstWords = new Set(
  routeTable.map(({ path }) => path.split('/')[1] ?? '').filter((word) => !word.startsWith('{')),
)

it('every first word of a route that is no instance is reserved', () => {
  expect(firstWords.size).toBeGreaterThan(3)
  expect([...firstWords].filter((word) => !reservedNames.has(word))).toEqual([])
})

it('no address of one route is one of another, whatever the instance is called', () => {
  const example = (path: string) => path.replace('{instance}', 'meridian').replaceAll(/\{[^}]+\}/g, 'some-id')
  const met = routeTable.map((route) =>
    routeTable.filter(({ method, pattern }) => method === route.method && pattern.test(example(route.path))),
  )
  // `/changes/export` is a POST, and a change has a UUID: only routes with a parameter in the same place meet.
  expect(met.filter((routes) => routes.length > 1).map((routes) => routes.map(({ name }) => name))).toEqual([])
})

describe('an instance whose alias is an address of Patchbay itself', () => {
  it.each(['changes', 'session', 'roles', 'connection', 'what-may-i-do'])('“%s” goes by its id', async (alias) => {
    await using world = await openConsole({ spec: { alias: `plain-${alias}` } })
    const { instanceId } = await world.emulator.createInstance({ alias, users: 3 })
    const administrator = await world.signIn('administrator')
    const { body } = await administrator.get(`/session?instance=${instanceId}`)
    expect(body.instances.find(({ id }) => id === instanceId)?.alias).toBe(instanceId)
    expect((await administrator.get(`/${instanceId}/users`)).body.total).toBe(3)
    expect((await administrator.get(`/${alias}/users`)).status).not.toBe(200)
  })
})
