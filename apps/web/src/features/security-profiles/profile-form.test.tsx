import { ORPCError } from '@orpc/client'
import type { SecurityProfile } from '@patchbay/contract'
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { signedInAs } from '../../testing/signed-in.tsx'
import { ProfileForm } from './profile-form.tsx'
import { emptyProfile, toBase } from './profile-values.ts'
import type { MatrixSearch } from './security-profiles-search.ts'

const profile: SecurityProfile = {
  id: 'p1',
  version: 'v1',
  name: 'Team leads',
  description: 'Lead a team',
  permissions: ['Future.Thing', 'Users.View'],
  tags: { Team: 'Service' },
  allowedAccessControlTags: {},
  tagRestrictedResources: [],
  hierarchyRestrictedResources: [],
  allowedAccessControlHierarchyGroupId: null,
  lastModifiedAt: null,
  asOf: '2026-11-21T00:00:00Z',
  isStale: false,
}

interface Sent {
  readonly name: string
  readonly description: string
  readonly permissions: readonly string[]
  readonly version: string
  readonly reason?: string
}

/** The form on a server that answers each save with the next of `answers`. */
function open(
  people: number | 'new',
  answers: (SecurityProfile | ORPCError<string, unknown>)[] = [],
  { reasonRequired = false } = {},
) {
  const sent: Sent[] = []
  const saved: SecurityProfile[] = []
  function Harness() {
    const [search, setSearch] = useState<MatrixSearch>({})
    return (
      <ProfileForm
        name="The profile"
        initial={people === 'new' ? emptyProfile : toBase(profile)}
        people={people}
        search={search}
        onSearch={setSearch}
        ungrantable={new Map()}
        onCancel={() => {}}
        onSave={async ({ name, description }, permissions, base) => {
          sent.push({ name, description, permissions, ...base })
          const answer = answers.shift() ?? profile
          if (answer instanceof ORPCError) throw answer
          return { ...answer, changes: [] }
        }}
        onSaved={(answer) => saved.push(answer)}
      />
    )
  }
  render(<Harness />, { wrapper: signedInAs({ reasonRequired }) })
  return { sent, saved }
}

function fault(code: string, status: number, data: Record<string, unknown>) {
  return new ORPCError(code, {
    defined: true,
    status,
    message: `${code} happened.`,
    data: { requestId: 'r1', ...data },
  })
}

const toggle = (name: string) => fireEvent.click(screen.getByRole('checkbox', { name }))
const isGranted = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name }).checked
const describeAs = (text: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: 'Description' }), { target: { value: text } })
const click = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

describe('editing a security profile', () => {
  it('counts each change, asks with the number of people, and sends what the catalogue does not know along', async () => {
    const { sent, saved } = open(124)
    toggle('Users: Edit')
    toggle('Users: View')
    describeAs('Leads')
    click('Save 3 changes')
    const dialog = await screen.findByRole('dialog')
    expect(dialog.textContent).toContain('Grant 1 permission to 124 people?')
    expect(dialog.textContent).toContain('Lets people reset anyone’s password')
    fireEvent.click(within(dialog).getByRole('button', { name: 'Grant 1 permission' }))
    await waitFor(() => expect(saved).toHaveLength(1))
    expect(sent).toEqual([
      { name: 'Team leads', description: 'Leads', permissions: ['Future.Thing', 'Users.Edit'], version: 'v1' },
    ])
  })

  it('asks nothing where nobody is touched', async () => {
    const { sent } = open(0)
    toggle('Users: Edit')
    click('Save 1 change')
    await waitFor(() => expect(sent).toHaveLength(1))
  })

  it('asks a role that has to say why before anything else, and sends it', async () => {
    const { sent } = open(124, [], { reasonRequired: true })
    toggle('Users: Edit')
    click('Save 1 change')
    await screen.findByText(/your role asks for a reason/)
    expect(screen.queryByRole('dialog')).toBeNull()
    fireEvent.change(screen.getByRole('textbox', { name: 'Reason' }), { target: { value: 'T-1' } })
    click('Save 1 change')
    const dialog = await screen.findByRole('dialog')
    fireEvent.click(within(dialog).getByRole('button', { name: 'Grant 1 permission' }))
    await waitFor(() => expect(sent).toMatchObject([{ version: 'v1', reason: 'T-1' }]))
  })

  it('offers no name to change, and says why', () => {
    open(3)
    expect(screen.queryByRole('textbox', { name: 'Name' })).toBeNull()
    expect(screen.getByText(/no operation that renames/)).toBeTruthy()
  })

  it('puts my changes on top of theirs after a conflict, and saves on their version', async () => {
    const theirs = {
      ...profile,
      version: 'v2',
      description: 'Theirs',
      permissions: ['Future.Thing', 'Users.Delete', 'Users.View'],
    }
    const { sent } = open(0, [fault('CONFLICT', 409, { current: theirs })])
    toggle('Users: Edit')
    describeAs('Mine')
    click('Save 2 changes')
    const panel = await screen.findByRole('region', { name: /Someone else changed this profile/ })
    expect(panel.textContent).toContain('They added 1Users: Delete')
    expect(panel.textContent).toContain('You added 1Users: Edit')
    expect(panel.textContent).toContain('Before: Lead a team')
    expect(within(panel).getByRole<HTMLInputElement>('radio', { name: 'Mine: Mine' }).checked).toBe(true)
    click('Put my changes on top of theirs')
    expect([isGranted('Users: Edit'), isGranted('Users: Delete')]).toEqual([true, true])
    click('Save 2 changes')
    await waitFor(() => expect(sent).toHaveLength(2))
    expect(sent[1]).toEqual({
      name: 'Team leads',
      description: 'Mine',
      permissions: ['Future.Thing', 'Users.Delete', 'Users.Edit', 'Users.View'],
      version: 'v2',
    })
  })

  it('can drop mine and take theirs', async () => {
    const theirs = { ...profile, version: 'v2', permissions: [] }
    open(0, [fault('CONFLICT', 409, { current: theirs })])
    toggle('Users: Edit')
    click('Save 1 change')
    await screen.findByRole('region', { name: /Someone else changed this profile/ })
    click('Drop mine and take theirs')
    expect(isGranted('Users: View')).toBe(false)
    expect(screen.getByRole('button', { name: 'Save' })).toBeTruthy()
  })

  it('says what was done and what was not, and goes on from there', async () => {
    const current = { ...profile, version: 'v2', permissions: ['Future.Thing', 'Users.Edit', 'Users.View'] }
    const partly = { current, done: ['The permissions were written.'], notDone: ['The tags were not written.'] }
    open(0, [fault('change.partly_done', 502, partly)])
    toggle('Users: Edit')
    describeAs('Leads')
    click('Save 2 changes')
    expect(await screen.findAllByText('The permissions were written.')).not.toEqual([])
    expect(screen.getAllByText('The tags were not written.')).not.toEqual([])
    expect(screen.getByRole('button', { name: 'Save 1 change' })).toBeTruthy()
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Description' }).value).toBe('Leads')
  })

  it('names the permission that was refused', async () => {
    const fields = [{ field: 'permissions.1', message: 'Amazon Connect does not know it.' }]
    open(0, [fault('connect.refused', 422, { fields })])
    toggle('Users: Edit')
    click('Save 1 change')
    expect(await screen.findAllByText('Users: Edit: Amazon Connect does not know it.')).not.toEqual([])
  })
})

describe('creating a security profile', () => {
  it('lands a taken name on the name and keeps what was typed', async () => {
    const { saved } = open('new', [fault('profile.name_taken', 409, { fields: [] })])
    const name = screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' })
    fireEvent.change(name, { target: { value: 'Admin' } })
    toggle('Users: View')
    click('Create security profile')
    await waitFor(() => expect(name.getAttribute('aria-invalid')).toBe('true'))
    expect(document.activeElement).toBe(name)
    expect([name.value, isGranted('Users: View'), saved.length]).toEqual(['Admin', true, 0])
  })

  it('refuses a name that Amazon Connect would refuse, before it is sent', async () => {
    const { sent } = open('new')
    fireEvent.change(screen.getByRole('textbox', { name: 'Name' }), { target: { value: 'Büro' } })
    click('Create security profile')
    expect(await screen.findAllByText(/letters A to Z, digits/i)).not.toHaveLength(0)
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Name' }).getAttribute('aria-invalid')).toBe('true'))
    expect(sent).toEqual([])
  })
})
