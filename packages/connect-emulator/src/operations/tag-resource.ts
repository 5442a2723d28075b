import type { TagResourceRequest } from '@aws-sdk/client-connect'
import { defineOperation } from '../operation.ts'
import { requireTaggedResource } from '../rules/tagged-resource.ts'
import { invalidRequest } from '../wire/aws-error.ts'

const MAX_TAGS = 50

/** Adds tags; a key that is there gets the new value (TAG-03). At most 50 a resource (TAG-01). */
export const tagResource = defineOperation<TagResourceRequest, void>('TagResource', (input, { world }) => {
  const resource = requireTaggedResource(world, input.resourceArn)
  const tags = { ...resource.tags, ...input.tags }
  if (Object.keys(tags).length > MAX_TAGS) throw invalidRequest(`A resource takes at most ${MAX_TAGS} tags`)
  resource.setTags(tags)
})
