import { execFile } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import * as sdk from '@aws-sdk/client-connect'
import { describe, expect, it } from 'vitest'
import { createFederationPolicy } from './connect/federation/federation-policy.ts'
import { createIamPolicy } from './connect/iam-policy.ts'
import { operationNames, operations } from './connect/operations.ts'

const source = fileURLToPath(new URL('.', import.meta.url))
const docs = fileURLToPath(new URL('../../../docs/connect-a-real-instance.md', import.meta.url))

interface Policy {
  readonly Statement: readonly { readonly Action: readonly string[]; readonly Resource: string | readonly string[] }[]
}

async function run(...args: string[]): Promise<{ stdout: string; stderr: string; code?: number }> {
  const command = promisify(execFile)(process.execPath, [join(source, 'iam-policy.ts'), ...args], { env: {} })
  return command.catch((error: { stdout: string; stderr: string; code: number }) => error)
}

const actionsOf = (policy: Policy): string[] => policy.Statement.flatMap(({ Action }) => Action).toSorted()

/** Operations whose command some file of the server brings in, tests left out: what the code can call. */
function importedOperations(): string[] {
  const files = globSync('**/*.ts', { cwd: source }).filter((file) => !/\.test\.ts$|testing[/\\]/.test(file))
  const imports = files.flatMap((file) => [
    ...readFileSync(join(source, file), 'utf8').matchAll(/import (?!type)\{([^}]*)\} from '@aws-sdk\/client-connect'/g),
  ])
  const names = imports.flatMap(([, list = '']) => list.split(',').map((name) => name.trim()))
  return [...new Set(names.flatMap((name) => /^(\w+)Command$/.exec(name)?.[1] ?? []))].toSorted()
}

/** Needed beside an operation's own action, and called by nobody here. */
const neverCalled = [
  'connect:DescribeAgentStatus',
  'connect:DescribeQuickConnect',
  'connect:DescribeUserHierarchyGroup',
  'ds:DescribeDirectories',
  'connect:DescribePredefinedAttribute',
]

describe('the IAM policy', () => {
  it('has exactly the operations that the code can call, which are those of the table', async () => {
    const imported = importedOperations()
    expect(imported.length).toBeGreaterThan(15)
    expect(operationNames.toSorted()).toEqual(imported)
    const policy: Policy = JSON.parse((await run()).stdout)
    const called = actionsOf(policy).filter((action) => !neverCalled.includes(action))
    // As the person, by a role of its own: not what Patchbay itself may do.
    const own = imported.filter((name) => name !== 'GetFederationToken')
    expect(called).toEqual(own.map((name) => `connect:${name}`))
    expect(actionsOf(policy)).toEqual(expect.arrayContaining(neverCalled))
  })

  it('has names that Amazon Connect knows', () => {
    for (const name of operationNames) expect(sdk).toHaveProperty(`${name}Command`)
  })

  it('has only what reads, where it is asked for that', async () => {
    const policy: Policy = JSON.parse((await run('--read-only')).stdout)
    const reading = operationNames
      .filter((name) => operations[name].effect === 'read' && !operations[name].asPerson)
      .map((name) => `connect:${name}`)
    expect(actionsOf(policy)).toEqual([...reading, ...neverCalled].toSorted())
    expect(actionsOf(policy).join(' ')).not.toMatch(/:(Create|Update|Delete|Tag|Untag|Associate|Disassociate)/)
  })

  it('is limited to the instances that are given, and to everything only where AWS has no resource', async () => {
    const args = ['--account', '123456789012', '--region', 'eu-west-2', '--instance', 'a', '--instance', 'b']
    const [find, rest] = (JSON.parse((await run(...args)).stdout) as Policy).Statement
    expect(find).toMatchObject({ Resource: '*', Action: ['connect:ListInstances', 'ds:DescribeDirectories'] })
    const arn = 'arn:aws:connect:eu-west-2:123456789012:instance'
    expect(rest?.Resource).toEqual([`${arn}/a`, `${arn}/a/*`, `${arn}/b`, `${arn}/b/*`])
  })

  it.each([
    ['cn-north-1', 'arn:aws-cn:'],
    ['us-gov-west-1', 'arn:aws-us-gov:'],
  ])('knows the partition of %s', (region, begin) => {
    const policy = createIamPolicy({ account: '1', region, instances: ['i'], isReadOnly: false }) as Policy
    expect(policy.Statement[1]?.Resource[0]).toMatch(begin)
  })

  it('lets Patchbay assume the role that signs people in, only where it is given', async () => {
    const role = 'arn:aws:iam::123456789012:role/patchbay-sign-in'
    const { Statement } = JSON.parse((await run('--federation-role', role)).stdout) as Policy
    expect(Statement.at(-1)).toMatchObject({ Action: ['sts:AssumeRole'], Resource: role })
    expect((await run()).stdout).not.toContain('sts:')
  })

  it('of that role is in the documentation too, and is what its sessions are bounded to', () => {
    const [, shown] = [...readFileSync(docs, 'utf8').matchAll(/```json\n([^]*?)```/g)].map(([, json = '']) => json)
    expect(JSON.parse(shown ?? '')).toEqual(
      createFederationPolicy(['arn:aws:connect:REGION:ACCOUNT:instance/INSTANCE']),
    )
  })

  it('is what the documentation shows', async () => {
    const shown = /```json\n([^]*?)```/.exec(readFileSync(docs, 'utf8'))?.[1]
    expect(JSON.parse(shown ?? '')).toEqual(JSON.parse((await run()).stdout))
  })

  it.each([
    ['--account', '123'],
    ['--region', 'Ireland'],
    ['--instance', 'a/b'],
    ['--federation-role', 'sign-in'],
    ['--everything', ''],
  ])('is not printed for %s %s, and says why', async (name, value) => {
    const { code, stdout, stderr } = await run(name, ...(value === '' ? [] : [value]))
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(name)
    expect(stderr).toContain('Usage:')
  })
})
