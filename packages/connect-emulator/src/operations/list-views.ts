import type { ListViewsRequest, ListViewsResponse } from '@aws-sdk/client-connect'
import { defineInstanceOrArnOperation } from '../operation.ts'
import { pageOfRows } from '../page.ts'

/** The instance may be named by ARN (WIRE-09); throttling is called TooManyRequestsException here (ERR-01). */
export const listViews = defineInstanceOrArnOperation<ListViewsRequest, ListViewsResponse>(
  'ListViews',
  (input, instance, { now }) => {
    const rows = instance.views.filter((view) => input.Type === undefined || view.type === input.Type)
    const { items, nextToken } = pageOfRows('ListViews', rows, input, now())
    return {
      ViewsSummaryList: items.map(({ id, arn, name, type, description }) => ({
        Id: id,
        Arn: arn,
        Name: name,
        Type: type,
        Status: 'PUBLISHED',
        Description: description,
      })),
      NextToken: nextToken,
    }
  },
)
