import { ListUsersCommand } from '@aws-sdk/client-connect'
import { describe, expect, test } from 'vitest'
import { somebody } from './directory/testing/everybody.ts'
import { findSecurityProfileByName } from './security-profiles/list-security-profiles.ts'
import { createSecurityProfile } from './security-profiles/write-security-profile.ts'
import { createUser } from './users/create-user.ts'
import { describeUser } from './users/describe-user.ts'
import { deleteUser, updateUserPhoneConfig, updateUserRoutingProfile } from './users/write-user.ts'
import { openDoor, type OpenDoor } from './testing/open-door.ts'

const softPhone = {
  phoneType: 'SOFT_PHONE',
  autoAccept: true,
  afterContactWorkSeconds: 61,
  deskPhoneNumber: null,
} as const

async function newcomer(world: OpenDoor) {
  const { securityProfiles, routingProfile } = await somebody(world.instance.directory)
  return {
    username: 'newcomer',
    password: 'Secret-123',
    identity: { firstName: 'New', lastName: 'Comer', email: null, secondaryEmail: null, mobile: null },
    phone: softPhone,
    routingProfileId: routingProfile?.id ?? '',
    hierarchyGroupId: null,
    securityProfileIds: securityProfiles.map(({ id }) => id),
    tags: {},
  }
}

async function namesakes({ otherTool, instanceId }: OpenDoor): Promise<(string | undefined)[]> {
  const { UserSummaryList = [] } = await otherTool.send(
    new ListUsersCommand({ InstanceId: instanceId, MaxResults: 1000 }),
  )
  return UserSummaryList.filter(({ Username }) => Username === 'newcomer').map(({ Id }) => Id)
}

describe('a read', () => {
  test.each([
    'InternalServiceException',
    'ServiceUnavailable',
    'ThrottlingException',
    'TooManyRequestsException',
    'drop',
    'half-body',
    'garbage',
  ])('is tried again after one %s', async (error) => {
    await using world = await openDoor()
    const { id } = await somebody(world.instance.directory)
    world.emulator.setFault({ operation: 'DescribeUser', error, count: 1 })
    expect((await describeUser(world.instance, id, {})).id).toBe(id)
    expect(world.calls('DescribeUser')).toHaveLength(2)
  })

  test.each([
    ['InternalServiceException', 'connect.unavailable'],
    ['ThrottlingException', 'connect.throttled'],
    ['drop', 'connect.unavailable'],
    ['half-body', 'connect.unavailable'],
    ['garbage', 'connect.unavailable'],
  ])('is given up after three of %s', async (error, code) => {
    await using world = await openDoor()
    const { id } = await somebody(world.instance.directory)
    world.emulator.setFault({ operation: 'DescribeUser', error })
    await expect(describeUser(world.instance, id, {})).rejects.toMatchObject({ code })
    expect(world.calls('DescribeUser')).toHaveLength(3)
  })

  test.each([
    'ResourceNotFoundException',
    'InvalidRequestException',
    'AccessDeniedException',
    'LimitExceededException',
  ])('is not tried again after %s', async (error) => {
    await using world = await openDoor()
    const { id } = await somebody(world.instance.directory)
    world.emulator.setFault({ operation: 'DescribeUser', error })
    await expect(describeUser(world.instance, id, {})).rejects.toMatchObject({ name: 'Fault' })
    expect(world.calls('DescribeUser')).toHaveLength(1)
  })

  test('that stalls ends at the deadline', async () => {
    await using world = await openDoor()
    const { id } = await somebody(world.instance.directory)
    world.emulator.setFault({ operation: 'DescribeUser', delayMs: 600_000 })
    await expect(describeUser(world.instance, id, {})).rejects.toMatchObject({ code: 'connect.unavailable' })
  })

  test('stops when its caller leaves', async () => {
    await using world = await openDoor()
    const { id } = await somebody(world.instance.directory)
    world.emulator.setFault({ operation: 'DescribeUser', delayMs: 500 })
    const leaving = new AbortController()
    const reading = describeUser(world.instance, id, { signal: leaving.signal })
    leaving.abort(new Error('gone'))
    await expect(reading).rejects.toThrow('gone')
  })
})

test('who leaves before the next try gets their own reason, and not what Connect said', async () => {
  await using world = await openDoor()
  const { id } = await somebody(world.instance.directory)
  world.emulator.setFault({ operation: 'DescribeUser', error: 'ThrottlingException' })
  const leaving = new AbortController()
  const reading = describeUser(world.instance, id, { signal: leaving.signal })
  const leave = async () => {
    await expect.poll(() => world.logged.some(({ msg }) => msg === 'Amazon Connect failed'), { interval: 1 }).toBe(true)
    leaving.abort(new Error('gone'))
  }
  await Promise.all([expect(reading).rejects.toThrow('gone'), leave()])
})

describe('what is logged of a failure', () => {
  test.each([
    ['ResourceNotFoundException', 30],
    ['InvalidRequestException', 30],
    ['ThrottlingException', 40],
    ['AccessDeniedException', 40],
    ['InternalServiceException', 40],
  ])('%s: one line of level %i an attempt, without a stack', async (error, level) => {
    await using world = await openDoor()
    const { id } = await somebody(world.instance.directory)
    world.emulator.setFault({ operation: 'DescribeUser', error })
    await expect(describeUser(world.instance, id, {})).rejects.toMatchObject({ name: 'Fault' })
    const lines = world.logged.filter(({ msg }) => msg === 'Amazon Connect failed')
    expect(lines.map((line) => line['level'])).toEqual(world.calls('DescribeUser').map(() => level))
    expect(JSON.stringify(lines)).not.toContain('stack')
  })
})

describe('an update', () => {
  test('is tried again after a 500, since twice is the same as once', async () => {
    await using world = await openDoor()
    const { id } = await somebody(world.instance.directory)
    world.emulator.setFault({ operation: 'UpdateUserPhoneConfig', error: 'InternalServiceException', count: 1 })
    await updateUserPhoneConfig(world.instance, id, softPhone, null)
    expect((await describeUser(world.instance, id, {})).phone).toEqual(softPhone)
  })

  test('that names something unknown is refused at its field', async () => {
    await using world = await openDoor()
    const { id } = await somebody(world.instance.directory)
    await expect(updateUserRoutingProfile(world.instance, id, 'no-such-profile')).rejects.toMatchObject({
      code: 'connect.refused',
      data: { fields: [{ field: 'routingProfileId' }] },
    })
  })
})

const LOST = ['InternalServiceException', 'drop', 'half-body', 'garbage'] as const

describe('a create', () => {
  test.each(LOST)('whose answer is lost by %s is made once: it is found, or sent again', async (error) => {
    await using world = await openDoor()
    const user = await newcomer(world)
    world.emulator.setFault({ operation: 'CreateUser', error, count: 1 })
    const id = await createUser(world.instance, user)
    expect(await namesakes(world)).toEqual([id])
  })

  test.each(LOST)('whose answers are all lost by %s says that nobody knows, and is made at most once', async (how) => {
    await using world = await openDoor()
    const user = await newcomer(world)
    world.emulator.setFault({ operation: 'CreateUser', error: how })
    const [made] = await Promise.allSettled([createUser(world.instance, user)])
    const found = await namesakes(world)
    expect(made.status === 'fulfilled' ? made.value : made.reason.data.outcome).toBe(found[0] ?? 'unknown')
    expect(found.length).toBeLessThanOrEqual(1)
    expect(world.calls('CreateUser').length).toBeLessThanOrEqual(2)
  })

  test('that was done though its answer was lost is found while the search lags, by “taken” and the list', async () => {
    await using world = await openDoor()
    const user = await newcomer(world)
    world.emulator.setSearchLag(300)
    world.emulator.setFault({ operation: 'CreateUser', error: 'half-body', count: 1 })
    const id = await createUser(world.instance, user)
    expect(await namesakes(world)).toEqual([id])
    expect(world.calls('CreateUser')).toEqual(['CreateUser 200', 'CreateUser 409'])
  })

  test('of a name that another has is refused, though the first answer was lost', async () => {
    await using world = await openDoor()
    const user = await newcomer(world)
    await createUser(world.instance, { ...user, identity: { ...user.identity, firstName: 'Somebody' } })
    world.emulator.setFault({ operation: 'CreateUser', error: 'InternalServiceException', count: 1 })
    await expect(createUser(world.instance, user)).rejects.toMatchObject({ code: 'user.username_taken' })
    expect(await namesakes(world)).toHaveLength(1)
  })

  test('of a security profile whose answer is lost is made once', async () => {
    await using world = await openDoor()
    const profile = { name: 'Night shift', description: 'At night', permissions: ['Users.View'], tags: {} }
    for (const [at, error] of LOST.entries()) {
      const named = { ...profile, name: `${profile.name} ${at}` }
      world.emulator.setFault({ operation: 'CreateSecurityProfile', error, count: 1 })
      const id = await createSecurityProfile(world.instance, named)
      expect(await findSecurityProfileByName(world.instance, named.name)).toBe(id)
    }
  })

  test('that was throttled was not done, and is tried again', async () => {
    await using world = await openDoor()
    const user = await newcomer(world)
    world.emulator.setFault({ operation: 'CreateUser', error: 'ThrottlingException', count: 1 })
    const id = await createUser(world.instance, user)
    expect((await describeUser(world.instance, id, {})).username).toBe('newcomer')
    expect(world.calls('CreateUser')).toEqual(['CreateUser 429', 'CreateUser 200'])
  })

  test.each(['LimitExceededException', 'ServiceQuotaExceededException'])(
    'at the quota (%s) is asked once',
    async (error) => {
      await using world = await openDoor()
      const user = await newcomer(world)
      world.emulator.setFault({ operation: 'CreateUser', error })
      await expect(createUser(world.instance, user)).rejects.toMatchObject({ code: 'connect.quota_reached' })
      expect(world.calls('CreateUser')).toHaveLength(1)
    },
  )
})

describe('a delete', () => {
  test.each(LOST)('whose answer is lost by %s is done, and says so', async (error) => {
    await using world = await openDoor()
    const { id } = await somebody(world.instance.directory)
    world.emulator.setFault({ operation: 'DeleteUser', error, count: 1 })
    await deleteUser(world.instance, id)
    await expect(describeUser(world.instance, id, {})).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('of which nothing can be learned says that nobody knows', async () => {
    await using world = await openDoor()
    const { id } = await somebody(world.instance.directory)
    world.emulator.setFault({ operation: 'DeleteUser', error: 'InternalServiceException' })
    await expect(deleteUser(world.instance, id)).rejects.toMatchObject({ data: { outcome: 'unknown' } })
    expect((await describeUser(world.instance, id, {})).id).toBe(id)
  })

  test('of nobody is not found', async () => {
    await using world = await openDoor()
    await expect(deleteUser(world.instance, 'nobody')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('an update that ends badly', () => {
  test.each([
    [
      'after every try was lost',
      ['drop', 'drop', 'drop'],
      { code: 'connect.unavailable', data: { outcome: 'unknown' } },
    ],
    [
      'throttled after a try that was lost',
      ['ThrottlingException', 'ThrottlingException', 'drop'],
      { data: { outcome: 'unknown' } },
    ],
    ['refused after a try that was lost', ['InvalidParameterException', 'drop'], { code: 'connect.refused' }],
    [
      'throttled every time',
      ['ThrottlingException', 'ThrottlingException', 'ThrottlingException'],
      { code: 'connect.throttled' },
    ],
  ])('%s', async (_how, faults, expected) => {
    await using world = await openDoor()
    const { id } = await somebody(world.instance.directory)
    // The fault that was set last wins.
    for (const error of faults) world.emulator.setFault({ operation: 'UpdateUserPhoneConfig', error, count: 1 })
    await expect(updateUserPhoneConfig(world.instance, id, softPhone, null)).rejects.toMatchObject(expected)
  })

  test('because nobody listens was surely not done', async () => {
    await using world = await openDoor()
    const { id } = await somebody(world.instance.directory)
    await world.emulator.close()
    // What was left of the old connection is lost on this one; the next finds nobody listening.
    await expect(describeUser(world.instance, id, {})).rejects.toMatchObject({ code: 'connect.unavailable' })
    const error = await updateUserPhoneConfig(world.instance, id, softPhone, null).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'connect.unavailable' })
    expect(error).not.toHaveProperty('data.outcome')
    expect(String(error)).toContain('Nothing was changed')
  })
})

describe('while Connect does not answer', () => {
  test('calls are refused at once, reads and writes each in their words, until one is answered', async () => {
    await using world = await openDoor()
    const { id } = await somebody(world.instance.directory)
    world.emulator.setFault({ operation: '*', error: 'drop' })
    for (let call = 1; call <= 2; call += 1) {
      await expect(describeUser(world.instance, id, {})).rejects.toMatchObject({ code: 'connect.unavailable' })
    }
    const sent = world.calls().length
    await expect(describeUser(world.instance, id, {})).rejects.toThrow('does not answer at the moment')
    await expect(updateUserPhoneConfig(world.instance, id, softPhone, null)).rejects.toThrow('Nothing was changed')
    expect(world.calls()).toHaveLength(sent)
    expect(world.instance.upstream.circuit.state.state).toBe('down')

    world.emulator.clearFaults()
    await expect.poll(async () => (await describeUser(world.instance, id, {})).id).toBe(id)
    expect(world.instance.upstream.circuit.state.state).toBe('answers')
    await updateUserPhoneConfig(world.instance, id, softPhone, null)
  })

  test('who stands in line is told at once', async () => {
    await using world = await openDoor({ pace: 'aws' })
    const { id } = await somebody(world.instance.directory)
    world.emulator.setFault({ operation: '*', delayMs: 600_000 })
    const start = performance.now()
    // Four leave at once; the rest would stand in line for 30 seconds and more.
    const all = await Promise.allSettled([
      ...Array.from({ length: 64 }, () => describeUser(world.instance, id, {})),
      ...Array.from({ length: 4 }, () => findSecurityProfileByName(world.instance, 'Nobody’s')),
    ])
    expect(all.every(({ status }) => status === 'rejected')).toBe(true)
    expect(performance.now() - start).toBeLessThan(20_000)
  })
})

test('an id that is a dot segment names nobody, and is not sent', async () => {
  await using world = await openDoor()
  await expect(describeUser(world.instance, '..', {})).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(world.calls('DescribeUser')).toHaveLength(0)
})

test('an id is one segment of the path whatever is in it', async () => {
  await using world = await openDoor()
  const { id } = await somebody(world.instance.directory)
  await expect(describeUser(world.instance, `x/../${id}`, {})).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('the log tells operation, name and status of a failure, and not what was sent', async () => {
  await using world = await openDoor()
  const user = await newcomer(world)
  world.emulator.setFault({
    operation: 'CreateUser',
    error: 'InvalidParameterException',
    message: `Password ${user.password}`,
  })
  await expect(createUser(world.instance, user)).rejects.toMatchObject({ code: 'connect.refused' })
  expect(world.logged).toMatchObject([
    { upstream: { operation: 'CreateUser', name: 'InvalidParameterException', status: 400, code: 'connect.refused' } },
  ])
  expect(JSON.stringify(world.logged)).not.toContain(user.password)
})
