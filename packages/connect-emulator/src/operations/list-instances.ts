import type { ListInstancesRequest, ListInstancesResponse } from '@aws-sdk/client-connect'
import { defineOperation } from '../operation.ts'
import { pageOfRows } from '../page.ts'
import { instanceSummary } from '../rules/instance.ts'

/** This operation's pages are small (CONS-06). */
const PAGE_SIZE = 10

export const listInstances = defineOperation<ListInstancesRequest, ListInstancesResponse>(
  'ListInstances',
  (input, { world, now }) => {
    const request = { ...input, MaxResults: input.MaxResults ?? PAGE_SIZE }
    const { items, nextToken } = pageOfRows('ListInstances', world.instances, request, now())
    return { InstanceSummaryList: items.map(instanceSummary), NextToken: nextToken }
  },
)
