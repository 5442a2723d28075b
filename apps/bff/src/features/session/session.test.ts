import { expect, test } from 'vitest'
import { openConsole } from '../testing/open-console.ts'

test('who I am, what I may, and the instances I may see', async () => {
  await using world = await openConsole({ spec: { alias: 'meridian', identityManagementType: 'SAML' } })
  const helpdesk = await world.signIn('helpdesk')
  const { status, body } = await helpdesk.get('/session')
  expect(status).toBe(200)
  expect(body).toEqual({
    person: { id: helpdesk.id, name: 'helpdesk' },
    roles: ['helpdesk'],
    rights: [
      'users.read',
      'users.name.write',
      'users.mobile.write',
      'users.phone.write',
      'security-profiles.read',
      'hierarchy.read',
      'routing-profiles.read',
      'users.channels.write',
      'connect.open',
    ],
    scope: 'all',
    reasonRequired: false,
    instances: [{ alias: 'meridian', id: world.instanceId, region: 'us-east-1', identityManagementType: 'SAML' }],
    expiresAt: expect.stringMatching(/^\d{4}-/),
  })
})

test('is an error where the instances were never read: an empty list would look like no instance', async () => {
  await using world = await openConsole()
  const auditor = await world.signIn('auditor')
  world.emulator.setFault({ operation: 'ListInstances', error: 'AccessDeniedException' })
  const { status, body } = await auditor.get('/session?instance=newer-than-what-is-kept')
  expect([status, body.code]).toEqual([502, 'connect.access_denied'])
})

test('goes on with the instances that were last read while Connect does not answer', async () => {
  let now = Date.now()
  await using world = await openConsole({ now: () => new Date(now) })
  const auditor = await world.signIn('auditor')
  now += 400_000
  world.emulator.setFault({ operation: 'ListInstances', error: 'InternalServiceException' })
  const { status, body } = await auditor.get('/session')
  expect([status, body.instances.length]).toEqual([200, 1])
})

test('finds an instance that is newer than what is kept', async () => {
  await using world = await openConsole()
  const auditor = await world.signIn('auditor')
  await world.emulator.createInstance({ alias: 'brand-new' })
  const { body } = await auditor.get('/session?instance=brand-new')
  expect(body.instances.map(({ alias }: { alias: string }) => alias)).toContain('brand-new')
})
