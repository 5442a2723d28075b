import { expect, test } from 'vitest'
import { ownTags, tagMember } from './tag-map.ts'

test('AWS’s own tags are not part of what is edited', () => {
  expect(ownTags({ 'aws:cloudformation:stack-name': 'x', Owner: 'operations', 'aws-like': 'y' })).toEqual({
    Owner: 'operations',
    'aws-like': 'y',
  })
  expect(ownTags(undefined)).toEqual({})
})

test('what no schema carries is not part of it either', () => {
  expect(Object.keys(ownTags(JSON.parse('{"__proto__":"x","Owner":"operations"}')))).toEqual(['Owner'])
})

test('no tags are said by leaving them out', () => {
  expect(tagMember({})).toEqual({})
  expect(tagMember({ Owner: '' })).toEqual({ Tags: { Owner: '' } })
})
