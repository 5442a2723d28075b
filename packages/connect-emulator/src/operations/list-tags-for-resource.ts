import type { ListTagsForResourceRequest, ListTagsForResourceResponse } from '@aws-sdk/client-connect'
import { defineOperation } from '../operation.ts'
import { requireTaggedResource } from '../rules/tagged-resource.ts'

export const listTagsForResource = defineOperation<ListTagsForResourceRequest, ListTagsForResourceResponse>(
  'ListTagsForResource',
  (input, { world }) => ({ tags: { ...requireTaggedResource(world, input.resourceArn).tags } }),
)
