import type { Row, Table } from '../state/table.ts'
import type { Tags } from '../state/records.ts'
import type { World } from '../state/world.ts'
import { invalidParameter, notFound } from '../wire/aws-error.ts'
import { parseArn } from './arn.ts'

type TaggedRow = Row & { readonly tags?: Tags }

export interface TaggedResource {
  tags: Tags
  setTags(tags: Tags): void
  instanceId: string
}

/**
 * The resource an ARN names, with its tags (TAG-02).
 * @throws AwsError InvalidParameterException for what is no ARN of a taggable resource, else ResourceNotFoundException
 */
export function requireTaggedResource(world: World, arn: string): TaggedResource {
  const parsed = parseArn(arn)
  if (!parsed) throw invalidParameter(`${arn.slice(0, 200)} is not the ARN of a Connect resource`)
  const instance = world.requireInstance(parsed.instanceId)
  if (!arn.startsWith(instance.record.arn)) throw notFound(`${arn.slice(0, 200)} was not found`)
  if (!parsed.resource) return taggedRow(world.instances, parsed.instanceId, arn, parsed.instanceId)
  const table = instance.taggableTables[parsed.resource.kind]
  if (!table) throw invalidParameter(`Resources of type ${parsed.resource.kind} cannot be tagged`)
  return taggedRow(table, parsed.resource.id, arn, parsed.instanceId)
}

function taggedRow<R extends TaggedRow>(table: Table<R>, id: string, arn: string, instanceId: string): TaggedResource {
  const row = table.get(id)
  if (!row) throw notFound(`${arn.slice(0, 200)} was not found`)
  return { tags: row.tags ?? {}, setTags: (tags) => table.put({ ...row, tags }), instanceId }
}
