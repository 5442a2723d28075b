import {
  AssociateUserProficienciesCommand,
  DisassociateUserProficienciesCommand,
  ListUserProficienciesCommand,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { createPerson, outcomeOf, startWorld } from '../testing/test-world.ts'

test('takes away what the person has (OTH-02)', async () => {
  const world = await startWorld()
  const user = { InstanceId: world.instanceId, UserId: await createPerson(world) }
  const fraud = { AttributeName: 'Skill', AttributeValue: 'Fraud' }
  const cards = { AttributeName: 'Product', AttributeValue: 'Cards' }
  const UserProficiencies = [
    { ...fraud, Level: 1 },
    { ...cards, Level: 2 },
  ]
  await world.client.send(new AssociateUserProficienciesCommand({ ...user, UserProficiencies }))
  const remove = () =>
    outcomeOf(world.client.send(new DisassociateUserProficienciesCommand({ ...user, UserProficiencies: [fraud] })))
  expect(await remove()).toBe('ok')
  expect((await world.client.send(new ListUserProficienciesCommand(user))).UserProficiencyList).toEqual([
    { ...cards, Level: 2 },
  ])
  expect(await remove()).toBe('ResourceNotFoundException')
})
