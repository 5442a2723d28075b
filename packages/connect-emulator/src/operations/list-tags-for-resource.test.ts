import { ListTagsForResourceCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { awsError, createPerson, startWorld } from '../testing/test-world.ts'

test('lists the tags given at creation (TAG-02)', async () => {
  const world = await startWorld()
  const resourceArn = `${world.arn}/agent/${await createPerson(world, { Tags: { Site: 'Lisbon' } })}`
  expect((await world.client.send(new ListTagsForResourceCommand({ resourceArn }))).tags).toEqual({ Site: 'Lisbon' })
})

test('a resource without tags has an empty map', async () => {
  const { client, arn: resourceArn } = await startWorld()
  expect((await client.send(new ListTagsForResourceCommand({ resourceArn }))).tags).toEqual({})
})

test('an ARN of something else is refused, one of nobody not found', async () => {
  const { client, arn } = await startWorld()
  const other = client.send(new ListTagsForResourceCommand({ resourceArn: 'arn:aws:s3:::bucket' }))
  await expect(other).rejects.toMatchObject(awsError('InvalidParameterException', 400))
  const nobody = client.send(new ListTagsForResourceCommand({ resourceArn: `${arn}/agent/nobody` }))
  await expect(nobody).rejects.toMatchObject(awsError('ResourceNotFoundException', 404))
})
