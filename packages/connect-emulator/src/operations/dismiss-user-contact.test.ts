import {
  DismissUserContactCommand,
  GetCurrentUserDataCommand,
  ListAgentStatusesCommand,
  PutUserStatusCommand,
  type UserData,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { outcomeOf, startWorld } from '../testing/test-world.ts'

test('clears a contact that is over, and the waiting status takes its turn (OTH-03); one that goes on stays', async () => {
  const { client, instanceId: InstanceId } = await startWorld({ users: 200 })
  const data = async () =>
    (await client.send(new GetCurrentUserDataCommand({ InstanceId, Filters: {} }))).UserDataList ?? []
  const inState = (people: UserData[], state: string) =>
    people.find((one) => one.Contacts?.[0]?.AgentContactState === state)
  const dismiss = (person: UserData | undefined, ContactId = person?.Contacts?.[0]?.ContactId) =>
    outcomeOf(client.send(new DismissUserContactCommand({ InstanceId, UserId: person?.User?.Id, ContactId })))
  const people = await data()
  const ended = inState(people, 'ENDED')
  const { AgentStatusSummaryList } = await client.send(new ListAgentStatusesCommand({ InstanceId }))
  const lunch = AgentStatusSummaryList?.find((status) => status.Name === 'Lunch')
  await client.send(new PutUserStatusCommand({ InstanceId, UserId: ended?.User?.Id, AgentStatusId: lunch?.Id }))
  expect(await dismiss(inState(people, 'CONNECTED'))).toBe('InvalidRequestException')
  expect(await dismiss(ended, 'another')).toBe('ResourceNotFoundException')
  expect(await dismiss(ended)).toBe('ok')
  const after = (await data()).find((one) => one.User?.Id === ended?.User?.Id)
  expect(after).toMatchObject({ Contacts: [], Status: { StatusName: 'Lunch' } })
  expect(after).not.toHaveProperty('NextStatus')
})
