import { expect, test } from 'vitest'
import { peopleOf } from './role-people.tsx'

test('someone with two roles is listed once, the latest to sign in first', () => {
  const ada = { id: 'a', name: 'Ada', signedInAt: '2026-01-01T00:00:00.000Z' }
  const grace = { id: 'g', name: 'Grace', signedInAt: '2026-02-01T00:00:00.000Z' }
  const roles = [
    { title: 'Helpdesk', people: [ada] },
    { title: 'Auditor', people: [grace, ada] },
  ]
  expect(peopleOf(roles)).toEqual([
    { ...grace, titles: ['Auditor'] },
    { ...ada, titles: ['Helpdesk', 'Auditor'] },
  ])
})
