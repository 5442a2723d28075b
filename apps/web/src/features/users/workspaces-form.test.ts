import { expect, test } from 'vitest'
import { collisionsBetween } from '../../forms/changes.ts'
import { toWorkspacesForm, workspacesForm, workspacesTexts } from './workspaces-form.ts'

const workspace = { name: 'Desk', isHidden: false }

test('the form holds what is assigned to the person alone, in one order', () => {
  const items = [
    { ...workspace, id: 'c', through: ['everyone' as const, 'person' as const] },
    { ...workspace, id: 'b', through: ['routing-profile' as const] },
    { ...workspace, id: 'a', through: ['person' as const] },
  ]
  expect(toWorkspacesForm({ items, version: 'v1' })).toEqual({ version: 'v1', values: { workspaceIds: ['a', 'c'] } })
})

test('an order is no change, and nobody has one twice', () => {
  expect(workspacesForm.parse({ workspaceIds: ['b', 'a'] })).toEqual({ workspaceIds: ['a', 'b'] })
  expect(workspacesForm.safeParse({ workspaceIds: ['a', 'a'] }).success).toBe(false)
  expect(workspacesForm.safeParse({ workspaceIds: [] }).success).toBe(true)
})

test('of a set only those collide that somebody else gave or took meanwhile', () => {
  const form = { schema: workspacesForm, fields: workspacesTexts((id) => `Desk ${id}`) }
  const [base, theirs, mine] = [['a'], ['a', 'b'], ['a', 'c']].map((workspaceIds) => ({ workspaceIds }))
  if (!base || !theirs || !mine) throw new Error('There are three.')
  expect(collisionsBetween(form, { base, theirs, mine })).toEqual([
    {
      field: 'workspaceIds',
      part: 'b',
      label: 'Desk b',
      base: 'Not assigned',
      theirs: 'Assigned',
      mine: 'Not assigned',
      isMineChanged: false,
    },
  ])
})

test('they are said by name, and none as none', () => {
  const { format } = workspacesTexts((id) => `Desk ${id}`).workspaceIds
  expect([format(['a', 'b']), format([])]).toEqual(['Desk a, Desk b', 'None'])
})
