import { expect, test } from 'vitest'
import { openConsole } from '../testing/open-console.ts'

test('all attributes with their values, read once for all who ask', async () => {
  await using world = await openConsole()
  const [helpdesk, auditor] = [await world.signIn('helpdesk'), await world.signIn('auditor')]
  const { status, body } = await helpdesk.get(`${world.base}/predefined-attributes`)
  expect([status, body.total, body.complete]).toEqual([200, 3, true])
  expect(body.items).toMatchObject([
    { name: 'connect:Language', values: expect.arrayContaining(['German', 'Українська']) },
    { name: 'Product', values: ['Accounts', 'Cards', 'Loans', 'Insurance'] },
    { name: 'Skill', values: ['Complaints', 'Fraud', 'Technical'] },
  ])
  await auditor.get(`${world.base}/predefined-attributes`)
  expect(world.calls('SearchPredefinedAttributes')).toEqual(['SearchPredefinedAttributes 200'])
})

test('a read that fails is an error, never an empty list', async () => {
  await using world = await openConsole()
  const { instanceId } = world
  world.emulator.setFault({ operation: 'SearchPredefinedAttributes', error: 'AccessDeniedException', instanceId })
  const administrator = await world.signIn('administrator')
  const { status, body } = await administrator.get(`${world.base}/predefined-attributes`)
  expect([status, body.code]).toEqual([502, 'connect.access_denied'])
})
