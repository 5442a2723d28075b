import {
  AssociateUserProficienciesCommand,
  ListUserProficienciesCommand,
  UpdateUserProficienciesCommand,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { createPerson, outcomeOf, startWorld } from '../testing/test-world.ts'

test('changes the level of what the person has, and of nothing else (OTH-02)', async () => {
  const world = await startWorld()
  const user = { InstanceId: world.instanceId, UserId: await createPerson(world) }
  const fraud = { AttributeName: 'Skill', AttributeValue: 'Fraud', Level: 1 }
  const cards = { AttributeName: 'Product', AttributeValue: 'Cards', Level: 1 }
  const update = (...UserProficiencies: (typeof fraud)[]) =>
    outcomeOf(world.client.send(new UpdateUserProficienciesCommand({ ...user, UserProficiencies })))
  await world.client.send(new AssociateUserProficienciesCommand({ ...user, UserProficiencies: [fraud] }))
  expect(await update({ ...fraud, Level: 3.5 })).toBe('ok')
  expect(await update({ ...fraud, Level: 4 }, cards)).toBe('ResourceNotFoundException')
  const { UserProficiencyList } = await world.client.send(new ListUserProficienciesCommand(user))
  expect(UserProficiencyList).toEqual([{ ...fraud, Level: 3.5 }])
})
