import type { ListInstanceAttributesRequest, ListInstanceAttributesResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { pageOfList } from '../page.ts'
import { INSTANCE_ATTRIBUTE_TYPES, instanceAttribute } from '../rules/instance-attribute.ts'

/** This operation's pages are small (CONS-06). */
const PAGE_SIZE = 7

export const listInstanceAttributes = defineInstanceOperation<
  ListInstanceAttributesRequest,
  ListInstanceAttributesResponse
>('ListInstanceAttributes', (input, instance, { now }) => {
  const request = { ...input, MaxResults: input.MaxResults ?? PAGE_SIZE }
  const { items, nextToken } = pageOfList('ListInstanceAttributes', INSTANCE_ATTRIBUTE_TYPES, request, now())
  return {
    Attributes: items.map((type) => ({ AttributeType: type, Value: instanceAttribute(instance.record, type) })),
    NextToken: nextToken,
  }
})
