import { expect, test } from 'vitest'
import { instanceColour, instanceColours } from './instance-colour.ts'

test('an alias keeps its colour, and aliases spread over all of them', () => {
  expect(instanceColour('meridian')).toBe('#7fc45a')
  const used = new Set(Array.from({ length: 200 }, (_, at) => instanceColour(`instance-${at}`)))
  expect(used).toEqual(new Set(instanceColours))
})
