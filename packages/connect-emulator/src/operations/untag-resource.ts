import type { UntagResourceRequest } from '@aws-sdk/client-connect'
import { defineOperation } from '../operation.ts'
import { requireTaggedResource } from '../rules/tagged-resource.ts'

/** Removes tags; a key that is not there is no error (TAG-03). */
export const untagResource = defineOperation<UntagResourceRequest, void>('UntagResource', (input, { world }) => {
  const resource = requireTaggedResource(world, input.resourceArn)
  const gone = new Set(input.tagKeys)
  resource.setTags(Object.fromEntries(Object.entries(resource.tags).filter(([key]) => !gone.has(key))))
})
