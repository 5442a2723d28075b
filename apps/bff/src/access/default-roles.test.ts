import { readFileSync } from 'node:fs'
import { rightLabels, rights } from '@patchbay/contract'
import { expect, it } from 'vitest'
import { defaultAccess } from './access-config.ts'

const roles = ['administrator', 'supervisor', 'helpdesk', 'auditor'] as const
const rowOf = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

it('have the rights that the documentation says, each of them in a row', () => {
  const page = readFileSync(new URL('../../../../docs/roles-and-rights.md', import.meta.url), 'utf8')
  const shown = page
    .split('\n')
    .filter((line) => line.startsWith('| `') && /\| (yes|–) +\|$/.test(line))
    .map((line) => line.replaceAll(/ {2,}/g, ' '))
  const rows = rights.map((right) => {
    const held = roles.map((name) => (defaultAccess.roles.get(name)?.rights.has(right) ? 'yes' : '–'))
    return rowOf([`\`${right}\``, rightLabels[right], ...held])
  })
  expect(shown).toEqual(rows)
})

it('are the four, and of these the auditor changes nothing and the helpdesk hands out nothing', () => {
  expect([...defaultAccess.roles.keys()]).toEqual([...roles])
  const held = (name: string) => [...(defaultAccess.roles.get(name)?.rights ?? [])]
  expect(held('auditor').filter((right) => !right.endsWith('.read'))).toEqual(['changes.export'])
  expect(
    held('helpdesk')
      .filter((right) => !right.endsWith('.read'))
      .toSorted(),
  ).toEqual(['connect.open', 'users.channels.write', 'users.mobile.write', 'users.name.write', 'users.phone.write'])
  expect(held('helpdesk')).not.toContain('users.status.read')
})
