import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { HELP } from './cli/flags.ts'
import { operations } from './operations/registry.ts'
import { boundCases } from './testing/bound-cases.ts'
import { operationSchemas } from './wire/operation-schemas.ts'

const SOURCE = fileURLToPath(new URL('.', import.meta.url))
const readme = readFileSync(join(SOURCE, '../README.md'), 'utf8')

function section(name: string): string {
  return readme.split(`<!-- ${name} -->`)[1]?.split(`<!-- /${name} -->`)[0] ?? ''
}

/** The code of all tests without their comments: an id in a comment proves nothing. */
function testCode(): string {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.test.ts'))
  const lines = files.flatMap((file) => readFileSync(join(SOURCE, file), 'utf8').split('\n'))
  return lines.filter((line) => !/^\s*(\/\/|\/\*\*|\*)/.test(line)).join('\n')
}

function idsIn(text: string): Set<string> {
  return new Set(text.match(/\b(?:WIRE|ERR|CONS|USR|PHONE|SRCH|SP|TBAC|HBAC|HIER|TAG|ARN|AI|WS|OTH)-\d\d\b/g))
}

test('the support table names what is emulated, no more and no less', () => {
  const named = section('operations').match(/\b[A-Z][a-z]+[A-Z]\w+\b/g) ?? []
  expect(named.toSorted()).toEqual(operations.map((operation) => operation.name).toSorted())
})

test('its numbers are right', () => {
  expect(readme).toContain(`It answers ${operations.length} operations`)
  expect(readme).toContain(`service's ${operationSchemas.length} operations`)
  const cases = operations.flatMap((operation) => boundCases(operation.name)).length
  expect(readme).toContain(`walk ${cases.toLocaleString('en')} values`)
})

test('every behaviour is cited by a test or left out with a reason, not both', () => {
  const known = [...readFileSync(join(SOURCE, '../behaviours.md'), 'utf8').matchAll(/^- \*\*([A-Z]+-\d\d)\*\*/gm)].map(
    ([, id = '']) => id,
  )
  const cited = idsIn(testCode())
  const leftOut = idsIn(section('left out'))
  expect(known).toHaveLength(146)
  expect(readme).toContain(`lists ${known.length} behaviours`)
  expect(known.filter((id) => !cited.has(id) && !leftOut.has(id))).toEqual([])
  expect([...leftOut].filter((id) => cited.has(id))).toEqual([])
  expect([...cited].filter((id) => !known.includes(id))).toEqual([])
})

test('every flag is in it', () => {
  const flags = [...HELP.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, flag]) => `--${flag}`)
  expect(flags.length).toBeGreaterThan(8)
  expect(flags.filter((flag) => flag !== '--help' && !readme.includes(flag))).toEqual([])
})
