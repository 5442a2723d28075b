import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { createConnectDoor } from './connect-door.ts'
import { openDoor } from './testing/open-door.ts'

describe('instances', () => {
  test('are listed by alias with their kind', async () => {
    await using world = await openDoor({ spec: { alias: 'zulu', identityManagementType: 'SAML' } })
    await world.emulator.createInstance({ alias: 'alpha' })
    await world.door.requireInstance('alpha')
    const listed = await world.door.listInstances()
    expect(listed).toMatchObject([
      { alias: 'alpha', identityManagementType: 'CONNECT_MANAGED', region: 'us-east-1' },
      { alias: 'zulu', identityManagementType: 'SAML', id: world.instanceId },
    ])
  })

  test('are read to the last page', async () => {
    await using world = await openDoor()
    for (let n = 0; n < 25; n += 1) await world.emulator.createInstance({ alias: `more-${n}` })
    await world.door.requireInstance('more-24')
    expect(await world.door.listInstances()).toHaveLength(26)
  })

  test('a new one is found at once, and found again without asking', async () => {
    await using world = await openDoor()
    const { instanceId } = await world.emulator.createInstance({ alias: 'brand-new' })
    expect((await world.door.requireInstance('brand-new')).info.id).toBe(instanceId)
    const asked = world.emulator.listCalls({ operation: 'ListInstances' }).length
    await world.door.requireInstance('brand-new')
    expect(world.emulator.listCalls({ operation: 'ListInstances' })).toHaveLength(asked)
  })

  test('a new one is listed at once for who is about to open it', async () => {
    await using world = await openDoor()
    await world.door.listInstances()
    await world.emulator.createInstance({ alias: 'brand-new' })
    expect(await world.door.listInstances()).toHaveLength(1)
    expect(await world.door.listInstances({ including: 'brand-new' })).toHaveLength(2)
  })

  test('stay listed while Connect does not answer', async () => {
    let now = Date.parse('2026-01-01T00:00:00Z')
    await using world = await openDoor({ now: () => new Date(now) })
    await world.door.listInstances()
    now += 3_600_000
    world.emulator.setFault({ operation: 'ListInstances', error: 'InternalServiceException' })
    expect(await world.door.listInstances()).toHaveLength(1)
  })

  test('an unknown one is not found, in words', async () => {
    await using world = await openDoor()
    await expect(world.door.requireInstance('nowhere')).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining('no such Amazon Connect instance'),
    })
  })

  test('an unknown one costs one look in five seconds, however often it is asked for', async () => {
    let now = Date.now()
    await using world = await openDoor({ now: () => new Date(now) })
    const looks = () => world.emulator.listCalls({ operation: 'ListInstances' }).length
    const before = looks()
    for (let ask = 0; ask < 5; ask += 1) await expect(world.door.requireInstance('nowhere')).rejects.toThrow('no such')
    expect(looks()).toBe(before + 1)
    now += 5_000
    await world.emulator.createInstance({ alias: 'nowhere' })
    expect((await world.door.requireInstance('nowhere')).info.alias).toBe('nowhere')
  })

  test('an id is no alias: requests name instances by alias only', async () => {
    await using world = await openDoor()
    await expect(world.door.requireInstance(world.instanceId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('one that the allow-list does not name is neither listed nor found', async () => {
    await using world = await openDoor({ spec: { alias: 'allowed' }, allowedInstances: ['allowed'] })
    await world.emulator.createInstance({ alias: 'other' })
    await expect(world.door.requireInstance('other')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await world.door.listInstances()).map(({ alias }) => alias)).toEqual(['allowed'])
  })

  test('a page that fails is an error, not a short list', async () => {
    await using world = await openDoor({ hits: [false, true] })
    for (let n = 0; n < 12; n += 1) await world.emulator.createInstance({ alias: `more-${n}` })
    world.emulator.setFault({ operation: 'ListInstances', error: 'InvalidRequestException', rate: 0.5 })
    await expect(world.door.requireInstance('more-11')).rejects.toMatchObject({ code: 'connect.refused' })
    expect(await world.door.listInstances()).toHaveLength(1)
  })
})

test('without credentials it says so, and asks the credential chain once', async () => {
  await using world = await openDoor()
  onTestFinished(() => void vi.unstubAllEnvs())
  vi.stubEnv('AWS_ACCESS_KEY_ID', '')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', '')
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true')
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nonexistent')
  vi.stubEnv('AWS_CONFIG_FILE', '/nonexistent')
  const { emulator, store, log, logged } = world
  const door = createConnectDoor({
    region: 'us-east-1',
    endpoint: emulator.url,
    allowedInstances: 'all',
    store,
    now: () => new Date(),
    log,
  })
  await expect(door.listInstances()).rejects.toMatchObject({
    code: 'connect.access_denied',
    message: expect.stringContaining('credentials'),
  })
  expect(logged).toHaveLength(1)
  await door.close()
})

describe('reachable', () => {
  test('where Connect answers', async () => {
    await using world = await openDoor()
    expect(await world.door.isReachable()).toBe(true)
  })

  test('not where it does not, and asked once in a while only', async () => {
    let now = Date.now()
    await using world = await openDoor({ now: () => new Date(now) })
    expect(await world.door.isReachable()).toBe(true)
    const asked = world.emulator.listCalls({ operation: 'ListInstances' }).length
    world.emulator.setFault({ operation: 'ListInstances', error: 'ServiceUnavailable' })
    expect(await world.door.isReachable()).toBe(true)
    expect(world.emulator.listCalls({ operation: 'ListInstances' })).toHaveLength(asked)
    now += 60_000
    expect(await world.door.isReachable()).toBe(false)
  })
})
