import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accessGroups } from './access-groups.ts'
import { kinds, openPlace, serverAt, type Place } from './connect.ts'
import { createGroup } from './create-group.ts'
import { exceptions } from './exceptions.ts'
import type { Group } from './group.ts'
import { settingsGroups } from './settings-groups.ts'

const RUNS = 5_000
const places = Object.fromEntries(kinds.map((kind) => [kind, openPlace(kind)])) as Record<(typeof kinds)[number], Place>

/** What each side says to what somebody typed. `server` and `refusal` only where it can be asked for at all. */
async function judge(group: Group, place: Place, typed: unknown) {
  const asked = group.asked(place, typed)
  const browser = group.browser(place, typed)
  const server = asked === undefined ? undefined : group.server(place, asked)
  let refusal: string | undefined
  const instance = serverAt(place.instanceId, place.kind, (command) => {
    refusal ??= place.refuse(command)
    return { UserId: 'new' }
  })
  if (asked !== undefined) await group.send(instance, place, server ?? asked)
  return { asked, browser, server, refusal }
}

/** What was said, what should have been, and the name of the exception that this input shows, if it shows one. */
async function compare(group: Group, place: Place, typed: unknown) {
  const { asked, browser, server, refusal } = await judge(group, place, typed)
  const shown = (name: string | undefined, said: object, due: object) => ({ exception: name, said, due })
  // What no request can say is refused where it is typed.
  if (asked === undefined) return shown(undefined, { browser }, { browser: undefined })
  const exception = exceptions.find((one) => one.holds({ group: group.name, place, asked, refusal }))
  if (exception?.refusedBy === 'Patchbay') {
    const isSeen = refusal === undefined
    return shown(isSeen ? exception.name : undefined, { browser, server }, { browser: undefined, server: undefined })
  }
  // What the browser sends and what the server makes of the same words is one and the same.
  if (exception !== undefined && server !== undefined) return shown(exception.name, { browser }, { browser: server })
  return shown(
    undefined,
    { browser, accepted: server !== undefined, refusal },
    { browser: server, accepted: refusal === undefined, refusal },
  )
}

describe.each([...settingsGroups, ...accessGroups, createGroup])('$name', (group) => {
  test(`browser, server and Connect say the same to each of ${RUNS} inputs`, { timeout: 60_000 }, async () => {
    const seen = new Set<string | undefined>()
    const input = fc.oneof(...kinds.map((kind) => group.typed(places[kind]).map((typed) => ({ kind, typed }))))
    const property = fc.asyncProperty(input, async ({ kind, typed }) => {
      const { exception, said, due } = await compare(group, places[kind], typed)
      expect(said).toEqual(due)
      seen.add(exception)
    })
    await fc.assert(property, { numRuns: RUNS })
    // An exception that is none any more goes.
    const own = exceptions.filter(({ seenIn }) => seenIn === group.name).map(({ name }) => name)
    expect(own.filter((name) => !seen.has(name))).toEqual([])
  })
})
