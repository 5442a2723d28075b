import { DescribeUserCommand } from '@aws-sdk/client-connect'
import { describe, expect, test } from 'vitest'
import { openConsole } from '../testing/open-console.ts'
import { findSomeone } from '../testing/someone.ts'

describe('field by field', () => {
  test('helpdesk may write name and mobile', async () => {
    await using world = await openConsole()
    const helpdesk = await world.signIn('helpdesk')
    const user = await findSomeone(world, helpdesk)
    const wanted = { ...user.identity, firstName: 'Zoë', mobile: '+442071838750' }
    const { status, body } = await helpdesk.put(`${world.base}/users/${user.id}/identity`, {
      ...wanted,
      version: user.version,
    })
    expect([status, body.identity]).toEqual([200, wanted])
  })

  test('helpdesk may not write an e-mail address: 403 names the fields, and nothing is written', async () => {
    await using world = await openConsole()
    const helpdesk = await world.signIn('helpdesk')
    const user = await findSomeone(world, helpdesk)
    const wanted = {
      ...user.identity,
      firstName: 'Zoë',
      email: 'mine@evil.example',
      secondaryEmail: 'mine@evil.example',
    }
    const { status, body } = await helpdesk.put(`${world.base}/users/${user.id}/identity`, {
      ...wanted,
      version: user.version,
    })
    expect([status, body.code]).toEqual([403, 'FORBIDDEN'])
    expect(body.data.fields?.map(({ field }) => field)).toEqual(['email', 'secondaryEmail'])
    expect(body.data.fields?.[0]?.message).toMatch(/e-mail/)
    expect(world.writes()).toEqual([])
    expect((await helpdesk.get(`${world.base}/users/${user.id}`)).body.identity).toEqual(user.identity)
  })

  test('an unchanged e-mail address beside a changed name is no change of it', async () => {
    await using world = await openConsole()
    const helpdesk = await world.signIn('helpdesk')
    const user = await findSomeone(world, helpdesk)
    const wanted = { ...user.identity, lastName: 'Müller' }
    const { body } = await helpdesk.put(`${world.base}/users/${user.id}/identity`, { ...wanted, version: user.version })
    expect(body.identity).toEqual(wanted)
    expect(user.identity.email).not.toBeNull()
  })
})

test('a name that is only composed differently was changed by nobody', async () => {
  await using world = await openConsole()
  const administrator = await world.signIn('administrator')
  const user = await findSomeone(world, administrator)
  const path = `${world.base}/users/${user.id}/identity`
  const named = await administrator.put(path, { ...user.identity, firstName: 'Zo\u00eb', version: user.version })
  expect(named.status).toBe(200)
  const decomposed = { ...named.body.identity, firstName: 'Zoe\u0308', version: named.body.version }
  const { status, body } = await administrator.put(path, decomposed)
  expect([status, body.version]).toEqual([200, named.body.version])
  expect(world.writes()).toHaveLength(1)
})

test('all known members are sent, and an emptied one is cleared', async () => {
  await using world = await openConsole({ spec: { users: 40 } })
  const administrator = await world.signIn('administrator')
  const user = await findSomeone(world, administrator)
  const path = `${world.base}/users/${user.id}/identity`
  const full = { ...user.identity, secondaryEmail: 'second@mail.example', mobile: '+442071838750' }
  const { body } = await administrator.put(path, { ...full, version: user.version })
  const cleared = await administrator.put(path, { ...full, mobile: '', version: body.version })
  expect(cleared.body.identity).toEqual({ ...full, mobile: null })
  const seen = await world.otherTool.send(new DescribeUserCommand({ InstanceId: world.instanceId, UserId: user.id }))
  expect(seen.User?.IdentityInfo).toEqual({
    FirstName: full.firstName,
    LastName: full.lastName,
    Email: full.email,
    SecondaryEmail: full.secondaryEmail,
  })
})

describe('what the instance’s kind allows', () => {
  test('a managed one needs both names', async () => {
    await using world = await openConsole()
    const administrator = await world.signIn('administrator')
    const user = await findSomeone(world, administrator)
    const wanted = { ...user.identity, firstName: '', lastName: 'x'.repeat(257), version: user.version }
    const { status, body } = await administrator.put(`${world.base}/users/${user.id}/identity`, wanted)
    expect([status, body.code]).toEqual([400, 'BAD_REQUEST'])
    expect(body.data.fields?.map(({ field }) => field)).toEqual(['firstName', 'lastName'])
    expect(world.writes()).toEqual([])
  })

  test('a SAML one takes no e-mail address, but an empty first name', async () => {
    await using world = await openConsole({ spec: { identityManagementType: 'SAML' } })
    const administrator = await world.signIn('administrator')
    const user = await findSomeone(world, administrator)
    const path = `${world.base}/users/${user.id}/identity`
    const refused = await administrator.put(path, {
      ...user.identity,
      email: 'other@mail.example',
      version: user.version,
    })
    expect(refused).toMatchObject({ status: 400, body: { data: { fields: [{ field: 'email' }] } } })
    const taken = await administrator.put(path, { ...user.identity, firstName: '', version: user.version })
    expect([taken.status, taken.body.identity.firstName]).toEqual([200, ''])
  })

  test('one with a directory of its own takes the mobile number only', async () => {
    await using world = await openConsole({ spec: { identityManagementType: 'EXISTING_DIRECTORY' } })
    const administrator = await world.signIn('administrator')
    const user = await findSomeone(world, administrator)
    const path = `${world.base}/users/${user.id}/identity`
    const refused = await administrator.put(path, { ...user.identity, lastName: 'Other', version: user.version })
    expect(refused).toMatchObject({ status: 400, body: { data: { fields: [{ field: 'lastName' }] } } })
    const taken = await administrator.put(path, { ...user.identity, mobile: '+442071838750', version: user.version })
    expect([taken.status, taken.body.identity]).toEqual([200, { ...user.identity, mobile: '+442071838750' }])
  })
})
