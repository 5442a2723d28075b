import type { Tags } from '@patchbay/contract'
import type { ConnectInstance } from '../../connect/connect-door.ts'
import { tagResource, untagResource } from '../../connect/tag-resource.ts'
import { differences, type FieldState, type Write } from './write.ts'

/** TAG-01. */
const MAX_TAGS = 50

export function tagStates(tags: Readonly<Record<string, string>>): FieldState[] {
  return Object.entries(tags).map(([key, value]) => ({ field: 'tags', key, value }))
}

/** At most two writes: what is new or has another value, and what is gone. */
export function planTags(instance: ConnectInstance, arn: string, current: Tags, wanted: Tags): Write[] {
  const fields = differences(tagStates(current), tagStates(wanted))
  const set = fields.filter(({ after }) => after !== null)
  const removed = fields.filter(({ after }) => after === null)
  const keysOf = (changes: typeof fields) => changes.flatMap(({ key }) => key ?? [])
  const newTags = Object.fromEntries(keysOf(set).map((key) => [key, wanted[key] ?? '']))
  const put: Write[] =
    set.length === 0
      ? []
      : [
          {
            operation: 'TagResource',
            done: 'New and changed tags were written.',
            fields: set,
            send: (options) => tagResource(instance, arn, newTags, options),
          },
        ]
  const take: Write[] =
    removed.length === 0
      ? []
      : [
          {
            operation: 'UntagResource',
            done: 'Tags were removed.',
            fields: removed,
            send: (options) => untagResource(instance, arn, keysOf(removed), options),
          },
        ]
  // New ones first, so that a failure between takes no tag away that access may depend on; not where 50 would be passed.
  const together = Object.keys({ ...current, ...newTags }).length
  return together > MAX_TAGS ? [...take, ...put] : [...put, ...take]
}
