import { AssociateUserProficienciesCommand, ListUserProficienciesCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { createPerson, outcomeOf, startWorld } from '../testing/test-world.ts'

test('a person’s proficiencies, in pages', async () => {
  const world = await startWorld()
  const { client, instanceId: InstanceId } = world
  const UserId = await createPerson(world)
  const UserProficiencies = [
    { AttributeName: 'connect:Language', AttributeValue: 'German', Level: 5 },
    { AttributeName: 'Skill', AttributeValue: 'Fraud', Level: 2 },
  ]
  await client.send(new AssociateUserProficienciesCommand({ InstanceId, UserId, UserProficiencies }))
  const list = (page: object) => client.send(new ListUserProficienciesCommand({ InstanceId, UserId, ...page }))
  const first = await list({ MaxResults: 1 })
  const second = await list({ MaxResults: 1, NextToken: first.NextToken })
  expect([...(first.UserProficiencyList ?? []), ...(second.UserProficiencyList ?? [])]).toEqual(UserProficiencies)
  expect(first.LastModifiedTime).toBeInstanceOf(Date)
})

test('somebody new has none; nobody is not found', async () => {
  const world = await startWorld()
  const list = (UserId: string) =>
    world.client.send(new ListUserProficienciesCommand({ InstanceId: world.instanceId, UserId }))
  expect((await list(await createPerson(world))).UserProficiencyList).toEqual([])
  expect(await outcomeOf(list('nobody'))).toBe('ResourceNotFoundException')
})
