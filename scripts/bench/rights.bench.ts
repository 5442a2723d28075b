import { randomUUID } from 'node:crypto'
import { groupTreeOf } from '../../apps/bff/src/access/group-tree.ts'
import { instanceAccessOf } from '../../apps/bff/src/access/instance-access.ts'
import { KeptAccess } from '../../apps/bff/src/access/person-access.ts'
import { parseAccessFile } from '../../apps/bff/src/access/read-access-file.ts'
import { signIn, withPatchbay } from './running-patchbay.ts'
import { percentile, rounded, type Row } from './row.ts'

const ROLES = 10
const GROUPS = 1_000
const GROUPS_IN_ALL = 1_200
const CHECKS = 20_000
const WARM_UP = 2_000
const REQUESTS = 1_000

/** What a read asks of the rights, and some more. */
const ASKED = ['users.read', 'hierarchy.read', 'users.phone.write', 'users.name.write'] as const

/** What deciding costs for somebody with ten roles in a thousand groups, against the quickest request that there is. */
export async function measure(): Promise<Row[]> {
  const groups = Array.from({ length: GROUPS_IN_ALL }, () => ({ id: randomUUID(), name: randomUUID() }))
  const paths = new Map(groups.map((group, at) => [group.id, [...groups.slice(at - (at % 4), at), group]]))
  const names = Array.from({ length: ROLES }, (_, at) => `role-${at}`)
  const { access: config } = parseAccessFile(
    JSON.stringify({
      roles: names.map((name, at) => {
        const own = groups.slice((at * GROUPS) / ROLES, ((at + 1) * GROUPS) / ROLES)
        return { name, title: name, rights: ['*'], scope: own.map(({ id }) => `acme:${id}`) }
      }),
    }),
  )
  if (!config) throw new Error('The roles are not valid.')
  const kept = new KeptAccess()
  const claimed = { roles: names, places: [], username: 'ada' }
  let allowed = 0
  const check = (at: number) => {
    const person = kept.of(config, 'ada', claimed)
    const access = instanceAccessOf(person, 'acme', groupTreeOf(paths))
    for (const right of ASKED) {
      if (person.rights.has(right) && access.covers(right, groups[at % groups.length]?.id ?? null)) allowed += 1
    }
    if (access.scope('users.read').length !== GROUPS) throw new Error('Not every group is in the scope.')
  }
  const first = timed(() => check(0))
  for (let at = 0; at < WARM_UP; at += 1) check(at)
  const before = allowed
  const each = timed(() => {
    for (let at = 0; at < CHECKS; at += 1) check(at)
  })
  if (allowed === before || allowed - before === CHECKS * ASKED.length)
    throw new Error('Some have to be in the scope, and some not.')
  const request = await medianOfARead()
  const share = (each / CHECKS / request) * 100
  return [
    {
      name: `rights checks of a request, ${ROLES} roles and ${GROUPS} groups / a cached read of a person`,
      value: rounded(share),
      unit: '%',
      goal: 'below 1',
      ok: share < 1,
      how: `${CHECKS} times the access of a person (${GROUPS_IN_ALL} groups there), on the instance, and ${ASKED.length} rights for somebody in turn: ${rounded((each / CHECKS) * 1_000)} µs; the first time, when nothing is kept, ${rounded(first)} ms; GET /api/{instance}/users/{id} over HTTP, ${REQUESTS} times, median ${rounded(request)} ms`,
    },
  ]
}

function timed(act: () => void): number {
  const started = performance.now()
  act()
  return performance.now() - started
}

async function medianOfARead(): Promise<number> {
  return await withPatchbay(async ({ patchbay, createInstance }) => {
    const { alias } = await createInstance({ alias: `bench-${randomUUID().slice(0, 8)}`, users: 10, seed: 1 })
    const get = await signIn(patchbay, 'auditor')
    const { items } = (await get(`/api/${alias}/users`)) as { items: { id: string }[] }
    const times: number[] = []
    for (let at = 0; at < REQUESTS * 2; at += 1) {
      const started = performance.now()
      await get(`/api/${alias}/users/${items[0]?.id}`)
      if (at >= REQUESTS) times.push(performance.now() - started)
    }
    return percentile(times, 0.5)
  })
}
