import type { ListUserProficienciesRequest, ListUserProficienciesResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { pageOfList } from '../page.ts'
import { requireUser } from '../rules/user.ts'

export const listUserProficiencies = defineInstanceOperation<
  ListUserProficienciesRequest,
  ListUserProficienciesResponse
>('ListUserProficiencies', (input, instance, { now }) => {
  const user = requireUser(instance, input.UserId)
  const { items, nextToken } = pageOfList('ListUserProficiencies', user.proficiencies, input, now())
  return {
    UserProficiencyList: items,
    NextToken: nextToken,
    LastModifiedTime: new Date(user.lastModifiedTime),
    LastModifiedRegion: user.lastModifiedRegion,
  }
})
