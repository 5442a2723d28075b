import { describe, expect, test } from 'vitest'
import { somebody } from './directory/testing/everybody.ts'
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
    await using world = await openDoor({ deadlineMs: 150 })
    const { id } = await somebody(world.instance.directory)
    world.emulator.setFault({ operation: 'DescribeUser', delayMs: 1_000 })
    const start = performance.now()
    await expect(describeUser(world.instance, id, {})).rejects.toMatchObject({ code: 'connect.unavailable' })
    expect(performance.now() - start).toBeLessThan(900)
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

describe('a create', () => {
  test.each(['InternalServiceException', 'drop', 'half-body', 'garbage'])(
    'is never repeated after %s',
    async (error) => {
      await using world = await openDoor()
      const user = await newcomer(world)
      world.emulator.setFault({ operation: 'CreateUser', error })
      await expect(createUser(world.instance, user)).rejects.toMatchObject({ code: 'connect.unavailable' })
      expect(world.calls('CreateUser')).toHaveLength(1)
    },
  )

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

test('a delete is never repeated: the second one would say that nobody was there', async () => {
  await using world = await openDoor()
  const { id } = await somebody(world.instance.directory)
  world.emulator.setFault({ operation: 'DeleteUser', error: 'InternalServiceException' })
  await expect(deleteUser(world.instance, id)).rejects.toMatchObject({ code: 'connect.unavailable' })
  expect(world.calls('DeleteUser')).toHaveLength(1)
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
