import { DeleteUserCommand } from '@aws-sdk/client-connect'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openConsole, type Person } from '../../apps/bff/src/features/testing/open-console.ts'
import { accessGroups } from './access-groups.ts'
import { kinds, openPlace, serverAt, specOf, type Command, type Place } from './connect.ts'
import { createGroup } from './create-group.ts'
import { exceptions } from './exceptions.ts'
import type { Group } from './group.ts'
import { settingsGroups } from './settings-groups.ts'

/** Of each group and each kind of instance: what same-verdict.test.ts has in thousands, here over HTTP and the SDK. */
const RUNS = 8

async function ask(person: Person, place: Place, base: string, group: Group, asked: unknown) {
  const { method, path, body } = group.request(place, asked)
  if (method === 'POST') return await person.post(`${base}${path}`, body)
  const isApart = group.name === 'proficiencies'
  const readNow = () => person.get(`${base}/users/${place.userId}${isApart ? '/proficiencies' : '?fresh=true'}`)
  let { body: now } = await readNow()
  if (isApart) {
    // From none on: where an earlier one would be removed first, what is refused then is a save that is half done.
    await person.put(`${base}${path}`, { proficiencies: [], version: now.version })
    ;({ body: now } = await readNow())
  }
  return await person.put(`${base}${path}`, { ...body, version: now.version })
}

describe.each(kinds)('an instance of kind %s', (kind) => {
  test('says over HTTP and on the wire of the SDK what it says in the process', { timeout: 60_000 }, async () => {
    const place = openPlace(kind)
    await using world = await openConsole({ spec: specOf(kind) })
    const administrator = await world.signIn('administrator')
    const refused: Command[] = []
    for (const group of [...settingsGroups, ...accessGroups, createGroup]) {
      for (const typed of fc.sample(group.typed(place), RUNS)) {
        const asked = group.asked(place, typed)
        // Of channels only what the person there really has can be asked for.
        const isElsewhere = group.name === 'channels' && (asked as { start?: unknown })?.start !== place.channels
        if (asked === undefined || isElsewhere) continue
        const isFine = group.browser(place, typed) !== undefined
        const { status, body } = await ask(administrator, place, world.base, group, asked)
        const fields = body.data?.fields?.length ?? 0
        if (isFine && status < 300) {
          if (group === createGroup)
            await world.otherTool.send(new DeleteUserCommand({ InstanceId: world.instanceId, UserId: body.id }))
          continue
        }
        // What Connect alone can refuse lands at a field too.
        expect({ asked, isFine, status, isAtField: fields > 0 }).toEqual({
          asked,
          isFine,
          status: isFine ? 422 : 400,
          isAtField: true,
        })
        const isStricter = exceptions.some(
          (one) => one.refusedBy === 'Patchbay' && one.holds({ group: group.name, place, asked, refusal: undefined }),
        )
        if (isStricter) continue
        const noting = serverAt(world.instanceId, kind, (command) => (refused.push(command), { UserId: 'new' }))
        await group.send(noting, place, asked)
      }
    }
    expect(refused.length).toBeGreaterThan(5)
    for (const command of refused)
      await expect(world.otherTool.send(command as never)).rejects.toHaveProperty('$fault', 'client')
  })
})
