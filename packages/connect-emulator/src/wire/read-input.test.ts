import { expect, test } from 'vitest'
import { operationSchemas } from './operation-schemas.ts'
import { readInput } from './read-input.ts'
import { createRouter } from './router.ts'

const route = createRouter(operationSchemas)

function read(
  method: string,
  path: string,
  query = '',
  body?: string,
  contentType: string | undefined = 'application/json',
) {
  const match = route(method, path)
  if (!match) throw new Error(`No operation at ${method} ${path}`)
  return readInput(match, { query, contentType, body: body === undefined ? undefined : Buffer.from(body) })
}

test('labels, query and body become one input', () => {
  expect(read('GET', '/users-summary/i-1', 'maxResults=5&nextToken=a%2Fb%2B')).toEqual({
    InstanceId: 'i-1',
    MaxResults: 5,
    NextToken: 'a/b+',
  })
  expect(read('POST', '/users/i/u/hierarchy', '', '{"HierarchyGroupId":"g"}')).toEqual({
    InstanceId: 'i',
    UserId: 'u',
    HierarchyGroupId: 'g',
  })
})

test('a path label cannot be overridden by the body', () => {
  expect(read('POST', '/users/i/u/hierarchy', '', '{"UserId":"other"}')).toMatchObject({ UserId: 'u' })
})

test('repeated query parameters are a list (WIRE-05)', () => {
  expect(read('DELETE', '/tags/arn', 'tagKeys=a%20b&tagKeys=c')).toEqual({ resourceArn: 'arn', tagKeys: ['a b', 'c'] })
})

test('parameters an operation does not know are not read', () => {
  expect(read('GET', '/instance', 'maxResults=3&InstanceId=x&extra=1')).toEqual({ MaxResults: 3 })
})

test('the body of an operation that takes none is not looked at', () => {
  expect(read('GET', '/instance', '', 'not json at all', 'text/plain')).toEqual({})
})

test('a body without content type is read as JSON', () => {
  expect(read('POST', '/search-users', '', '{"InstanceId":"i"}', '')).toEqual({ InstanceId: 'i' })
})

test.each([
  ['application/json', true],
  ['APPLICATION/JSON', true],
  ['application/json;charset=utf-8', true],
  ['application/x-amz-json-1.1', true],
  ['application/json5', false],
  ['text/json', false],
])('content type %s: %s', (type, fine) => {
  const outcome = (): string => {
    try {
      read('POST', '/search-users', '', '{}', type)
      return 'ok'
    } catch (error) {
      return (error as Error).name
    }
  }
  expect(outcome()).toBe(fine ? 'ok' : 'UnsupportedMediaTypeException')
})
