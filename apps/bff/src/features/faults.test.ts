import { SearchUsersCommand } from '@aws-sdk/client-connect'
import { describe, expect, test } from 'vitest'
import { openConsole } from './testing/open-console.ts'
import { findSomeone } from './testing/someone.ts'

/** What Connect does wrong, and what our caller is told. */
const faults = [
  [{ error: 'InternalServiceException' }, 502, 'connect.unavailable'],
  [{ error: 'ServiceUnavailable' }, 502, 'connect.unavailable'],
  [{ error: 'drop' }, 502, 'connect.unavailable'],
  [{ error: 'garbage' }, 502, 'connect.unavailable'],
  [{ error: 'half-body' }, 502, 'connect.unavailable'],
  [{ delayMs: 60_000 }, 502, 'connect.unavailable'],
  [{ error: 'ThrottlingException' }, 503, 'connect.throttled'],
  [{ error: 'TooManyRequestsException' }, 503, 'connect.throttled'],
  [{ error: 'AccessDeniedException' }, 502, 'connect.access_denied'],
  [{ error: 'ExpiredTokenException' }, 502, 'connect.access_denied'],
  [{ error: 'InvalidRequestException' }, 422, 'connect.refused'],
] as const

const reads = [
  ['SearchUsers', '/users'],
  ['ListSecurityProfiles', '/users'],
  ['SearchUserHierarchyGroups', '/users'],
  ['ListRoutingProfiles', '/users'],
  ['DescribeUser', '/users/{id}'],
  ['ListSecurityProfiles', '/security-profiles'],
  ['SearchSecurityProfiles', '/security-profiles'],
  ['DescribeSecurityProfile', '/security-profiles/{profile}'],
  ['ListSecurityProfilePermissions', '/security-profiles/{profile}'],
  ['DescribeUserHierarchyStructure', '/hierarchy'],
  ['SearchUserHierarchyGroups', '/hierarchy'],
  ['ListRoutingProfiles', '/routing-profiles'],
] as const

describe.concurrent.each(faults)('%o', (fault, status, code) => {
  test.each(reads)('of %s on GET %s', async (operation, path) => {
    await using world = await openConsole()
    const auditor = await world.signIn('auditor')
    // Asked by the other tool, so that Patchbay itself has nothing kept.
    const { Users } = await world.otherTool.send(new SearchUsersCommand({ InstanceId: world.instanceId }))
    const { Id: id = '', SecurityProfileIds: securityProfileIds = [] } = Users?.[0] ?? {}
    world.emulator.setFault({ operation, ...fault })
    const target = path.replace('{id}', id).replace('{profile}', securityProfileIds[0] ?? '')
    const answer = await auditor.get(`${world.base}${target}`)
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(answer.body.data.requestId).toEqual(expect.any(String))
    expect(JSON.stringify(answer.body)).not.toMatch(/Exception|on demand|arn:|<<</)
    world.emulator.clearFaults()
    expect((await auditor.get(`${world.base}${target}`)).status).toBe(200)
  })
})

const phone = {
  phoneType: 'SOFT_PHONE',
  autoAccept: true,
  afterContactWorkSeconds: 4_321,
  deskPhoneNumber: null,
} as const

/** The emulator did what it was asked, and nobody heard of it. */
function isLostAnswer(fault: object): boolean {
  return !('error' in fault) || ['drop', 'half-body', 'garbage'].includes(String(fault.error))
}

describe.concurrent.each(faults.filter(([fault]) => isLostAnswer(fault)))('%o', (fault) => {
  test('of a write that was done and can be read again is no failure', async () => {
    await using world = await openConsole()
    const administrator = await world.signIn('administrator')
    const user = await findSomeone(world, administrator)
    world.emulator.setFault({ operation: 'UpdateUserPhoneConfig', ...fault })
    const answer = await administrator.put(`${world.base}/users/${user.id}/phone`, { ...phone, version: user.version })
    expect([answer.status, answer.body.changes.map((one) => one.status)]).toEqual([200, ['confirmed']])
    // A write answers nothing but its status: an unreadable body beside a 200 makes no difference to it.
    const outcome = 'error' in fault && fault.error === 'garbage' ? 'done' : 'uncertain'
    expect((await world.changes()).map((change) => change.outcome)).toEqual([outcome])
  })
})

describe.concurrent.each(faults.filter(([fault]) => !isLostAnswer(fault)))('%o', (fault, status, code) => {
  test('of the write itself is told, and a write that may have been made is not called failed', async () => {
    await using world = await openConsole()
    const administrator = await world.signIn('administrator')
    const user = await findSomeone(world, administrator)
    world.emulator.setFault({ operation: 'UpdateUserPhoneConfig', ...fault })
    const answer = await administrator.put(`${world.base}/users/${user.id}/phone`, { ...phone, version: user.version })
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(answer.body.message.includes('may have been made or not')).toBe(code === 'connect.unavailable')
    const [change, ...more] = await world.changes()
    expect([change?.status, more]).toEqual([code === 'connect.unavailable' ? 'pending' : 'failed', []])
    expect(answer.body.data.changes).toEqual([{ id: change?.id, status: change?.status }])
  })
})

describe.concurrent.each(faults)('%o', (fault, status, code) => {
  test('of the read before a write leaves everything as it was', async () => {
    await using world = await openConsole()
    const administrator = await world.signIn('administrator')
    const user = await findSomeone(world, administrator)
    world.emulator.setFault({ operation: 'DescribeUser', ...fault })
    const answer = await administrator.put(`${world.base}/users/${user.id}/phone`, { ...phone, version: user.version })
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(world.writes()).toEqual([])
  })
})

test.each(['LimitExceededException', 'ServiceQuotaExceededException'])(
  '%s is told at once, as the quota it is',
  async (error) => {
    await using world = await openConsole()
    const administrator = await world.signIn('administrator')
    world.emulator.setFault({ operation: 'CreateSecurityProfile', error })
    const body = { name: 'One too many', description: '', permissions: [], tags: {} }
    const answer = await administrator.post(`${world.base}/security-profiles`, body)
    expect([answer.status, answer.body.code]).toEqual([409, 'connect.quota_reached'])
    expect(answer.body.message).toContain('no more security profiles')
    expect(world.writes()).toHaveLength(1)
  },
)
