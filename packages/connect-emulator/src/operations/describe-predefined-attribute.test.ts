import { DescribePredefinedAttributeCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { outcomeOf, startWorld } from '../testing/test-world.ts'

test('its values are a union of one; a name with a colon travels in the path (WIRE-04)', async () => {
  const { client, instanceId: InstanceId } = await startWorld()
  const describe = (Name: string) => client.send(new DescribePredefinedAttributeCommand({ InstanceId, Name }))
  const { PredefinedAttribute } = await describe('connect:Language')
  expect(PredefinedAttribute).toMatchObject({ Name: 'connect:Language', Purposes: ['PROFICIENCY'] })
  expect(PredefinedAttribute?.Values).toEqual({ StringList: expect.arrayContaining(['German', 'Українська']) })
  expect(await outcomeOf(describe('Shoe size'))).toBe('ResourceNotFoundException')
})
