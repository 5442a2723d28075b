import type {
  SearchResourceTagsRequest,
  SearchResourceTagsResponse,
  TagSearchCondition,
  TagSet,
} from '@aws-sdk/client-connect'
import { defineInstanceOrArnOperation } from '../operation.ts'
import { pageOfList } from '../page.ts'
import { compareStrings } from '../search/criteria.ts'
import type { Instance } from '../state/instance.ts'
import { AwsError, invalidParameter } from '../wire/aws-error.ts'

const MAX_TAGS = 1000

/** Resource types as this operation's page lists them; those the emulator has no resources of are taken and hold no tags. */
const RESOURCE_TYPES = new Set([
  'agent',
  'agent-state',
  'routing-profile',
  'standard-queue',
  'security-profile',
  'operating-hours',
  'prompt',
  'contact-flow',
  'flow-module',
  'transfer-destination',
  'metric',
])

/** All tags in use, each once; more than 1,000 are too many (CONS-09). The instance may be named by ARN (WIRE-09). */
export const searchResourceTags = defineInstanceOrArnOperation<SearchResourceTagsRequest, SearchResourceTagsResponse>(
  'SearchResourceTags',
  (input, instance, { now }) => {
    const types = input.ResourceTypes?.length ? input.ResourceTypes : [...RESOURCE_TYPES]
    const unknown = types.find((type) => !RESOURCE_TYPES.has(type))
    if (unknown !== undefined) throw invalidParameter(`ResourceTypes does not take ${unknown.slice(0, 60)}`)
    const matches = compileTagSearch(input.SearchCriteria?.TagSearchCondition)
    const tags = tagsOf(instance, types).filter(matches)
    if (tags.length > MAX_TAGS) {
      throw new AwsError('MaximumResultReturnedException', `The instance has more than ${MAX_TAGS} tags to return`)
    }
    const { items, nextToken } = pageOfList('SearchResourceTags', tags, input, now())
    return { Tags: items, NextToken: nextToken }
  },
)

function tagsOf(instance: Instance, types: readonly string[]): TagSet[] {
  const found = new Map<string, TagSet>()
  for (const type of types) {
    for (const { tags = {} } of instance.taggableTables[type === 'standard-queue' ? 'queue' : type] ?? []) {
      for (const [key, value] of Object.entries(tags)) found.set(JSON.stringify([key, value]), { key, value })
    }
  }
  return [...found.values()]
}

function compileTagSearch(condition: TagSearchCondition = {}): (tag: TagSet) => boolean {
  const { tagKey, tagValue, tagKeyComparisonType = 'EXACT', tagValueComparisonType = 'EXACT' } = condition
  const byKey = tagKey === undefined ? () => true : compareStrings(tagKeyComparisonType, tagKey)
  const byValue = tagValue === undefined ? () => true : compareStrings(tagValueComparisonType, tagValue)
  return ({ key = '', value = '' }) => byKey(key) && byValue(value)
}
