import { TagResourceCommand, UntagResourceCommand } from '@aws-sdk/client-connect'
import type { Tags } from '@patchbay/contract'
import type { ConnectInstance } from './connect-door.ts'
import type { WriteOptions } from './upstream.ts'

/** Adds tags, and gives a key that is there its new value (TAG-03). */
export async function tagResource(
  { upstream }: ConnectInstance,
  resourceArn: string,
  tags: Tags,
  options: WriteOptions,
): Promise<void> {
  const command = new TagResourceCommand({ resourceArn, tags })
  await upstream.call('TagResource', (client, send) => client.send(command, send), options)
}

export async function untagResource(
  { upstream }: ConnectInstance,
  resourceArn: string,
  tagKeys: string[],
  options: WriteOptions,
): Promise<void> {
  const command = new UntagResourceCommand({ resourceArn, tagKeys })
  await upstream.call('UntagResource', (client, send) => client.send(command, send), options)
}
