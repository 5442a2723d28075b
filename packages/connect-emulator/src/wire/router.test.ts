import fc from 'fast-check'
import { expect, test } from 'vitest'
import { operationSchemas } from './operation-schemas.ts'
import { createRouter } from './router.ts'

const route = createRouter(operationSchemas)
const labelText = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .map((text) => encodeURIComponent(text.toWellFormed()))

test('every operation of the service is found by its own method and path, whatever its labels hold (WIRE-04)', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...operationSchemas),
      fc.array(labelText, { minLength: 6, maxLength: 6 }),
      ({ name, method, path }, texts) => {
        let used = 0
        const sent = path.replaceAll(/\{[^}]+\}/g, () => texts[used++] ?? 'x')
        const match = route(method, sent)
        // A label that happens to be another operation's fixed word leads there: the same ambiguity AWS has.
        fc.pre(match?.schema.name === name || !texts.slice(0, used).some((text) => /^[a-z-]+$/.test(text)))
        expect(match?.schema.name).toBe(name)
        expect(match?.values).toEqual(texts.slice(0, used))
      },
    ),
    { numRuns: 1500 },
  )
})

test('a fixed word wins over a label at the same place', () => {
  expect(route('GET', '/users/i/u')?.schema.name).toBe('DescribeUser')
  expect(route('GET', '/users/i/u/proficiencies')?.schema.name).toBe('ListUserProficiencies')
  expect(route('POST', '/users/i/u/proficiencies')?.schema.name).toBe('UpdateUserProficiencies')
})

test('an encoded slash stays in its label (WIRE-04)', () => {
  const match = route('POST', '/tags/arn%3Aaws%3Aconnect%2Finstance%2Fx')
  expect(match).toMatchObject({
    schema: { name: 'TagResource' },
    labels: ['resourceArn'],
    values: ['arn%3Aaws%3Aconnect%2Finstance%2Fx'],
  })
})

test.each([
  ['GET', '/'],
  ['GET', ''],
  ['GET', '/users'],
  ['GET', '/users/i/u/'],
  ['get', '/instance'],
  ['GET', '//instance'],
  ['GET', '/instance/x/attribute/y/z'],
])('%s %s leads nowhere', (method, path) => {
  expect(route(method, path)).toBeUndefined()
})
