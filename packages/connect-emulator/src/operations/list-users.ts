import type { ListUsersRequest, ListUsersResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { pageOfRows } from '../page.ts'
import { arnOf } from '../rules/arn.ts'

/** Rows have no more than id, ARN, name and time (USR-23). */
export const listUsers = defineInstanceOperation<ListUsersRequest, ListUsersResponse>(
  'ListUsers',
  (input, instance, { now }) => {
    const { items, nextToken } = pageOfRows('ListUsers', instance.users, input, now())
    return {
      UserSummaryList: items.map((user) => ({
        Id: user.id,
        Arn: arnOf(instance, 'agent', user.id),
        Username: user.username,
        LastModifiedTime: new Date(user.lastModifiedTime),
        LastModifiedRegion: user.lastModifiedRegion,
      })),
      NextToken: nextToken,
    }
  },
)
