import * as connect from '@aws-sdk/client-connect'
import { describe, expect, test } from 'vitest'
import { operations } from '../operations/registry.ts'
import { boundCases } from '../testing/bound-cases.ts'
import { startWorld, type TestWorld } from '../testing/test-world.ts'
import { operationBounds, shapes } from './check-bounds.ts'
import { operationSchemas } from '../wire/operation-schemas.ts'

type Command = new (input: object) => Parameters<connect.ConnectClient['send']>[0]
const commands = connect as unknown as Record<string, Command>

async function answerTo({ client }: TestWorld, operation: string, input: object) {
  const command = commands[`${operation}Command`]
  if (!command) throw new Error(`The SDK has no ${operation}Command`)
  try {
    await client.send(new command(input))
    return { name: 'ok', message: '' }
  } catch (error) {
    return error as Error
  }
}

/** A call whose input is fine goes on to look for the instance, which is not there. */
const PASSED = new Set(['ok', 'ResourceNotFoundException'])

describe('every bound of every emulated operation, from both sides', () => {
  test.each(operations.map((operation) => operation.name))('%s', async (operation) => {
    const world = await startWorld()
    const refusal = operationBounds[operation]?.errors.includes('InvalidParameterException')
      ? 'InvalidParameterException'
      : 'InvalidRequestException'
    const wrong: string[] = []
    for (const { name, member, input, allowed } of boundCases(operation)) {
      const answer = await answerTo(world, operation, input)
      // An absent path label never leaves the SDK (WIRE-06).
      if (answer.message.startsWith('No value provided for input HTTP label')) continue
      const right = allowed ? PASSED.has(answer.name) : answer.name === refusal && answer.message.includes(member)
      if (!right) wrong.push(`${name} → ${answer.name}: ${answer.message.slice(0, 120)}`)
    }
    expect(wrong).toEqual([])
  })
})

test('bounds exist for every emulated operation, and name only members the SDK knows', () => {
  const unknown: string[] = []
  for (const { name } of operations) {
    const schema = operationSchemas.find((one) => one.name === name)
    const members = Object.keys(schema?.input.isStructSchema() ? schema.input.getMemberSchemas() : {})
    const bound = Object.keys(operationBounds[name]?.input ?? {})
    if (bound.length === 0 && members.length > 0) unknown.push(name)
    unknown.push(...bound.filter((member) => !members.includes(member)).map((member) => `${name}.${member}`))
  }
  expect(unknown).toEqual([])
})

test('the walk is as wide as the data: thousands of cases, and every bounded shape in reach is met', () => {
  const cases = operations.flatMap((operation) => boundCases(operation.name))
  expect(cases.length).toBeGreaterThan(2000)
  expect(cases.filter((one) => !one.allowed).length).toBeGreaterThan(700)
})

test('every pattern is a regular expression in JavaScript (WIRE-10)', () => {
  for (const { pattern } of Object.values(shapes)) expect(() => new RegExp(pattern ?? '', 'u')).not.toThrow()
})

test('limits that only prose has are there too (PHONE-03, PHONE-06, HIER-03)', () => {
  expect(shapes.AfterContactWorkTimeLimit).toMatchObject({ min: 0, max: 2_000_000 })
  expect(shapes.HierarchyLevelName).toMatchObject({ min: 1, max: 50 })
  expect(shapes.HierarchyGroupName).toMatchObject({ min: 1, max: 100 })
  expect(shapes.SensitivePhoneNumber?.pattern).toBe('^\\+[1-9]\\d{1,14}$')
})
