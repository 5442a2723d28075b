import type { ListPredefinedAttributesRequest, ListPredefinedAttributesResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { pageOfRows } from '../page.ts'

export const listPredefinedAttributes = defineInstanceOperation<
  ListPredefinedAttributesRequest,
  ListPredefinedAttributesResponse
>('ListPredefinedAttributes', (input, instance, { now }) => {
  const { items, nextToken } = pageOfRows('ListPredefinedAttributes', instance.predefinedAttributes, input, now())
  return {
    PredefinedAttributeSummaryList: items.map((attribute) => ({
      Name: attribute.id,
      LastModifiedTime: new Date(attribute.lastModifiedTime),
      LastModifiedRegion: attribute.lastModifiedRegion,
    })),
    NextToken: nextToken,
  }
})
