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
    ],
    scope: 'all',
    instances: [{ alias: 'meridian', id: world.instanceId, region: 'us-east-1', identityManagementType: 'SAML' }],
    expiresAt: expect.stringMatching(/^\d{4}-/),
  })
})

test('is an error where the instances cannot be read: an empty list would look like no instance', async () => {
  let now = Date.now()
  await using world = await openConsole({ now: () => new Date(now) })
  const auditor = await world.signIn('auditor')
  now += 400_000
  world.emulator.setFault({ operation: 'ListInstances', error: 'AccessDeniedException' })
  const { status, body } = await auditor.get('/session')
  expect([status, body.code]).toEqual([502, 'connect.access_denied'])
})
