import { UpdateUserPhoneConfigCommand } from '@aws-sdk/client-connect'
import type { UserCreate } from '@patchbay/contract'
import { describe, expect, test } from 'vitest'
import type { OpenDoorOptions } from '../../connect/testing/open-door.ts'
import { openConsole } from '../testing/open-console.ts'
import { findSomeone } from '../testing/someone.ts'

async function openForCreate(options: OpenDoorOptions = {}) {
  const world = await openConsole(options)
  const administrator = await world.signIn('administrator')
  const someone = await findSomeone(world, administrator)
  const newcomer: UserCreate = {
    username: 'zoe.new',
    password: 'Secret-123',
    identity: { firstName: 'Zoë', lastName: 'Núñez', email: 'zoe@mail.example', secondaryEmail: null, mobile: null },
    phone: { phoneType: 'SOFT_PHONE', autoAccept: true, afterContactWorkSeconds: 30, deskPhoneNumber: null },
    routingProfileId: someone.routingProfile?.id ?? '',
    hierarchyGroupId: someone.hierarchyGroup?.id ?? null,
    securityProfileIds: someone.securityProfiles.map(({ id }) => id),
    tags: { Site: 'Lisbon' },
  }
  return {
    world,
    administrator,
    newcomer,
    someone,
    path: `${world.base}/users`,
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

describe('create', () => {
  test('answers 201 with the person as they stand, who is in the list at once', async () => {
    await using opened = await openForCreate()
    const { administrator, newcomer, path } = opened
    const { status, body } = await administrator.post(path, newcomer)
    expect(status).toBe(201)
    const { username, identity, phone, tags } = newcomer
    expect(body).toMatchObject({ username, identity, phone, tags, routingProfile: { id: newcomer.routingProfileId } })
    const { body: list } = await administrator.get(`${path}?search=nunez`)
    expect(list.items.map(({ id }) => id)).toContain(body.id)
    expect((await administrator.get(`${path}/${body.id}`)).body.version).toBe(body.version)
  })

  test('a taken user name is refused at its field', async () => {
    await using opened = await openForCreate()
    const { administrator, newcomer, someone, path } = opened
    const { status, body } = await administrator.post(path, { ...newcomer, username: someone.username })
    expect([status, body.code]).toEqual([409, 'user.username_taken'])
    expect(body.data.fields?.map(({ field }) => field)).toEqual(['username'])
  })

  test.each([
    ['a user name of 21 characters', { username: 'x'.repeat(21) }, 'username'],
    ['no password', { password: undefined }, 'password'],
    [
      'no first name',
      { identity: { firstName: '', lastName: 'N', email: null, secondaryEmail: null, mobile: null } },
      'identity.firstName',
    ],
  ])('on a managed instance %s is refused before anything is sent', async (_what, change, field) => {
    await using opened = await openForCreate()
    const { world, administrator, newcomer, path } = opened
    const answer = await administrator.post(path, { ...newcomer, ...change })
    expect(answer).toMatchObject({ status: 400, body: { code: 'BAD_REQUEST', data: { fields: [{ field }] } } })
    expect(world.writes()).toEqual([])
  })

  test('on a SAML instance neither password nor e-mail, and a user name of 64 characters', async () => {
    await using opened = await openForCreate({ spec: { identityManagementType: 'SAML' } })
    const { world, administrator, newcomer, path } = opened
    const withPassword = await administrator.post(path, newcomer)
    expect(withPassword).toMatchObject({ status: 400, body: { data: { fields: [{ field: 'password' }] } } })
    const withEmail = await administrator.post(path, { ...newcomer, password: undefined })
    expect(withEmail).toMatchObject({ status: 400, body: { data: { fields: [{ field: 'identity.email' }] } } })
    expect(world.writes()).toEqual([])
    const identity = { ...newcomer.identity, email: null }
    const created = await administrator.post(path, {
      ...newcomer,
      username: 'x'.repeat(64),
      password: undefined,
      identity,
    })
    expect(created.status).toBe(201)
  })

  test('what Connect alone refuses lands on its field', async () => {
    await using opened = await openForCreate()
    const { administrator, newcomer, path } = opened
    const { status, body } = await administrator.post(path, { ...newcomer, hierarchyGroupId: 'no-such-group' })
    expect([status, body.code]).toEqual([422, 'connect.refused'])
    expect(body.data.fields).toMatchObject([
      { field: 'hierarchyGroupId', message: expect.stringContaining('hierarchy group') },
    ])
  })

  test('with a directory of the company’s own takes the id there, and a directory out of reach is told at its field', async () => {
    await using opened = await openForCreate({ spec: { identityManagementType: 'EXISTING_DIRECTORY' } })
    const { world, administrator, newcomer, path } = opened
    const bare = { firstName: '', lastName: '', email: null, secondaryEmail: null, mobile: null }
    const someone = { ...newcomer, password: undefined, identity: bare }
    const { status, body } = await administrator.post(path, someone)
    expect([status, body.data.fields?.map(({ field }) => field)]).toEqual([422, ['directoryUserId']])
    expect((await administrator.post(path, { ...someone, directoryUserId: 'S-1-5-21' })).status).toBe(201)
    const change = (await world.changes()).at(-1)
    expect(change?.status).toBe('confirmed')
    expect(change?.fields.find(({ field }) => field === 'directoryUserId')?.after).toBe('S-1-5-21')
  })

  test('is patient with a describe that does not find the new person yet', async () => {
    await using opened = await openForCreate()
    const { world, administrator, newcomer, path } = opened
    world.emulator.setFault({ operation: 'DescribeUser', error: 'ResourceNotFoundException', count: 1 })
    expect((await administrator.post(path, newcomer)).status).toBe(201)
    expect(world.writes()).toEqual(['CreateUser'])
  })

  test('whose read-back fails says that the user was created', async () => {
    await using opened = await openForCreate()
    const { world, administrator, newcomer, path } = opened
    world.emulator.setFault({ operation: 'DescribeUser', error: 'AccessDeniedException' })
    const { status, body } = await administrator.post(path, newcomer)
    expect([status, body.code, body.data.done]).toEqual([502, 'change.partly_done', ['The user was created.']])
  })

  test('whose browser leaves puts the person into the list all the same', async () => {
    await using opened = await openForCreate()
    const { world, administrator, newcomer, path } = opened
    const { total } = (await administrator.get(path)).body
    world.emulator.setFault({ operation: 'DescribeUser', delayMs: 200 })
    const leaving = new AbortController()
    const left = administrator.request('POST', path, newcomer, leaving.signal)
    await expect.poll(() => world.writes()).toEqual(['CreateUser'])
    leaving.abort()
    await expect(left).rejects.toThrow('aborted')
    await expect.poll(async () => (await administrator.get(path)).body.total).toBe(total + 1)
  })

  test('never logs the password, whatever happens', async () => {
    await using opened = await openForCreate()
    const { world, administrator, newcomer, path } = opened
    await administrator.post(path, newcomer)
    await administrator.post(path, newcomer)
    await administrator.post(path, { ...newcomer, password: 'tooshort1' })
    world.emulator.setFault({
      operation: 'CreateUser',
      error: 'InternalServiceException',
      message: newcomer.password ?? '',
    })
    await administrator.post(path, { ...newcomer, username: 'someone.else' })
    world.emulator.setFault({ operation: 'CreateUser', error: 'garbage' })
    await administrator.post(path, { ...newcomer, username: 'someone.else' })
    const changes = await world.changes()
    expect(changes.length).toBeGreaterThanOrEqual(3)
    expect(JSON.stringify([world.logged, changes])).not.toMatch(/Secret-123|tooshort1/)
  })
})

describe('delete', () => {
  test('takes the person out of the list at once', async () => {
    await using opened = await openForCreate()
    const { administrator, someone, path } = opened
    const { status, body } = await administrator.delete(`${path}/${someone.id}`, {
      version: someone.version,
      reason: 'left',
    })
    expect([status, body.id]).toEqual([200, someone.id])
    expect((await administrator.get(`${path}/${someone.id}`)).status).toBe(404)
    expect((await administrator.get(path)).body.total).toBe(11)
  })

  test('and a write of the same person at the same moment are not both made', async () => {
    await using opened = await openForCreate()
    const { world, administrator, someone, path } = opened
    const { version, phone } = someone
    const answers = await Promise.all([
      administrator.delete(`${path}/${someone.id}`, { version }),
      administrator.put(`${path}/${someone.id}/phone`, { ...phone, afterContactWorkSeconds: 4_321, version }),
    ])
    expect(world.writes()).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test('refuses a person who changed since', async () => {
    await using opened = await openForCreate()
    const { world, administrator, someone, path } = opened
    await world.otherTool.send(
      new UpdateUserPhoneConfigCommand({
        InstanceId: world.instanceId,
        UserId: someone.id,
        PhoneConfig: { PhoneType: 'SOFT_PHONE', AfterContactWorkTimeLimit: 1_234 },
      }),
    )
    const { status, body } = await administrator.delete(`${path}/${someone.id}`, { version: someone.version })
    expect([status, body.code]).toEqual([409, 'CONFLICT'])
    expect(body.data.current).toMatchObject({ phone: { afterContactWorkSeconds: 1_234 } })
    expect(world.writes()).not.toContain('DeleteUser')
  })
})
