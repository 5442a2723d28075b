import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { defaultAccess } from './access-config.ts'
import { parseAccessFile, readAccessFile } from './read-access-file.ts'

const problemsOf = (value: unknown) => parseAccessFile(JSON.stringify(value)).problems ?? []
const role = { name: 'lead', title: 'Lead', rights: ['users.read'], scope: 'all' }

describe('the configuration file', () => {
  it('says only what differs', () => {
    expect(parseAccessFile('{}').access).toEqual(defaultAccess)
    const { access } = parseAccessFile(JSON.stringify({ contact: 'the service desk', roles: [role] }))
    expect([access?.contact, [...(access?.roles.keys() ?? [])]]).toEqual(['the service desk', ['lead']])
  })

  it('is refused with every fault, each at its place', () => {
    const problems = problemsOf({
      contact: '',
      colour: 'red',
      roles: [
        { ...role, rights: ['users.fly', '*.read'], scope: ['EMEA'], reasonRequired: 'yes' },
        { ...role, title: '', administrator: true },
        { name: 'Lead!', title: 'L', rights: [], scope: 'some', can: 'fly' },
      ],
      claims: { scope: { values: { team: [] } } },
    })
    const places = problems.map((problem) => problem.split(':')[0] ?? '')
    expect(places.toSorted()).toEqual(
      [
        'claims.scope.values.team',
        'colour',
        'contact',
        'roles.0.reasonRequired',
        'roles.0.rights.0',
        'roles.0.scope.0',
        'roles.1.ceiling',
        'roles.1.title',
        'roles.2.can',
        'roles.2.name',
        'roles.2.rights',
        'roles.2.scope',
      ].toSorted(),
    )
    expect(problems.find((problem) => problem.startsWith('roles.0.rights.0'))).toContain('"users.fly" is no right')
  })

  it('is refused where names contradict each other', () => {
    expect(problemsOf({ roles: [role, role] })).toEqual(['roles.1.name: There are two roles "lead".'])
    expect(problemsOf({ claims: { roles: { desk: 'help' } } })).toEqual([
      'claims.roles.desk: There is no role "help". The roles are: administrator, supervisor, helpdesk, auditor.',
    ])
    expect(problemsOf({ roles: [{ ...role, administrator: true, scope: 'claim' }] })).toEqual([
      'roles.0.scope: An administrator is bounded by nothing: set scope to "all", or take administrator away.',
      'roles.0.ceiling: An administrator is bounded by nothing: set ceiling to "all", or take administrator away.',
    ])
  })

  it.each([
    ['aws.accessKeyId', { aws: { accessKeyId: 'x' } }],
    ['secretAccessKey', { secretAccessKey: 'x' }],
    ['oidc.clientSecret', { oidc: { clientSecret: 'x' } }],
    ['password', { password: 'x' }],
    ['roles.0.title', { roles: [{ ...role, title: 'AKIAIOSFODNN7EXAMPLE' }] }],
    ['contact', { contact: '-----BEGIN RSA PRIVATE KEY-----' }],
  ])('is refused with a secret at %s, and says why without repeating it', (place, value) => {
    const problems = problemsOf(value)
    expect(problems.filter((problem) => problem.startsWith(`${place}: `))).toHaveLength(1)
    expect(problems.join('\n')).toMatch(/AWS credentials come from the AWS SDK’s own chain/)
    expect(problems.join('\n')).not.toMatch(/AKIA|BEGIN/)
  })

  it('takes claims of any name', () => {
    expect(problemsOf({ claims: { roles: { 'token-team': 'auditor', 'access-key-holders': 'helpdesk' } } })).toEqual([])
  })

  it('says where it is no JSON, and that it is not there', () => {
    expect(parseAccessFile('{').problems).toEqual([expect.stringMatching(/^it is not JSON: /)])
    expect(readAccessFile('/nowhere/at-all.json').problems).toEqual(['/nowhere/at-all.json cannot be read (ENOENT).'])
  })

  it('is valid as the documentation shows it', () => {
    const page = readFileSync(new URL('../../../../docs/roles-and-rights.md', import.meta.url), 'utf8')
    const examples = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, example]) => example ?? '')
    expect(examples.length).toBeGreaterThan(0)
    for (const example of examples) expect(parseAccessFile(example).problems).toBeUndefined()
  })
})
