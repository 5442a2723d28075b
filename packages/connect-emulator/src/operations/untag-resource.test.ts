import { ListTagsForResourceCommand, TagResourceCommand, UntagResourceCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { awsError, startWorld } from '../testing/test-world.ts'

test('removes the named keys; one that is not there is no error (TAG-03, WIRE-05)', async () => {
  const { client, arn: resourceArn } = await startWorld()
  await client.send(new TagResourceCommand({ resourceArn, tags: { a: '1', 'b c': '2', d: '3' } }))
  await client.send(new UntagResourceCommand({ resourceArn, tagKeys: ['a', 'b c', 'absent'] }))
  expect((await client.send(new ListTagsForResourceCommand({ resourceArn }))).tags).toEqual({ d: '3' })
})

test('needs a key, and only those a tag can have (TAG-01)', async () => {
  const { client, arn: resourceArn } = await startWorld()
  for (const tagKeys of [[], ['aws:x'], ['']]) {
    const call = client.send(new UntagResourceCommand({ resourceArn, tagKeys }))
    await expect(call).rejects.toMatchObject(awsError('InvalidParameterException', 400))
  }
})
