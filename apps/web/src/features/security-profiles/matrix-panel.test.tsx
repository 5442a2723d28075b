import { fireEvent, render, screen, within } from '@testing-library/react'
import { permissionCatalogue } from '@patchbay/contract/permission-catalogue'
import { useState } from 'react'
import { beforeAll, describe, expect, it } from 'vitest'
import { MatrixPanel } from './matrix-panel.tsx'
import { buildMatrix } from './permission-matrix.ts'
import type { MatrixSearch } from './security-profiles-search.ts'
import { createSelectionStore } from './selection-store.ts'

// jsdom has no layout, so nothing to scroll.
beforeAll(() => {
  Element.prototype.scrollIntoView = () => {}
})

function show(
  held: readonly string[],
  {
    isReadOnly = false,
    ungrantable,
    search,
  }: { isReadOnly?: boolean; ungrantable?: ReadonlyMap<string, string>; search?: MatrixSearch } = {},
) {
  const store = createSelectionStore(held)
  const matrix = buildMatrix(permissionCatalogue, held)
  function Harness() {
    const [state, setState] = useState<MatrixSearch>(search ?? {})
    return (
      <MatrixPanel
        matrix={matrix}
        store={store}
        isReadOnly={isReadOnly}
        {...(ungrantable && { ungrantable })}
        search={state}
        onSearch={setState}
      />
    )
  }
  render(<Harness />)
  return store
}

const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name })
const press = (key: string, more = {}) => fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more })
const everyGroup = buildMatrix(permissionCatalogue).groups.map((group) => group.id)

describe('the permission matrix', () => {
  it('is a grid whose boxes say resource and action', () => {
    show(['Users.View'])
    expect(screen.getByRole('grid', { name: 'Permissions' })).toBeTruthy()
    expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toEqual([
      'Resource',
      'View',
      'Edit',
      'Create',
      'Delete',
      'Access',
      'Other actions',
    ])
    expect(box('Users: View').checked).toBe(true)
    expect(box('Users: Edit permission').checked).toBe(false)
  })

  it('grants, counts and says what changed', () => {
    const store = show(['Users.View'])
    fireEvent.click(box('Users: Delete'))
    expect([...store.get().held]).toEqual(['Users.View', 'Users.Delete'])
    expect(screen.getByRole('button', { name: /Users and permissions/ }).textContent).toContain('2 of 24, 1 changed')
    expect(within(screen.getByRole('row', { name: /^Users: all/ })).getByText('added')).toBeTruthy()
  })

  it('offers in one click what a change needs, and leaves the focus where it was', () => {
    const store = show([])
    box('Users: Edit').focus()
    fireEvent.click(box('Users: Edit'))
    expect(screen.getByText('Users: Edit works only with View.')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Also grant Users: View' }))
    expect(store.get().held).toEqual(new Set(['Users.Edit', 'Users.View']))
    expect(screen.queryByText('Users: Edit works only with View.')).toBeNull()
    expect(document.activeElement).toBe(box('Users: Edit'))
  })

  it('touches one row and its group when one of 326 boxes is clicked', async () => {
    show([], { search: { open: everyGroup } })
    expect(screen.getAllByRole('checkbox').length).toBeGreaterThan(326)
    const rows = new Set<Element | null>()
    const observer = new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement
        rows.add(element?.closest('tr') ?? null)
      }
    })
    observer.observe(screen.getByRole('grid'), {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    })
    fireEvent.click(box('Users: View'))
    await Promise.resolve()
    observer.disconnect()
    const touched = [...rows].map((row) => row?.textContent ?? '')
    expect(touched).toHaveLength(2)
    expect(touched.toSorted().join()).toMatch(/^Users and permissions.*,Users/)
  })

  it('has one tab stop, and arrows inside', () => {
    show([])
    const stops = () => screen.getByRole('grid').querySelectorAll('[tabindex="0"]')
    expect(stops()).toHaveLength(1)
    box('Users: View').focus()
    press('ArrowRight')
    expect(document.activeElement).toBe(box('Users: Edit'))
    press('ArrowDown')
    expect(document.activeElement).toBe(box('Agent hierarchy: Edit'))
    press('End')
    expect(document.activeElement).toBe(box('Agent hierarchy: Enable/Disable'))
    press('Home', { ctrlKey: true })
    expect(document.activeElement).toBe(box('Users and permissions: all 24'))
    expect(stops()).toHaveLength(1)
  })

  it('keeps a tab stop when the one it had is filtered away', () => {
    show(['Bots.View'])
    box('Users: View').focus()
    fireEvent.click(screen.getByRole('button', { name: 'Granted' }))
    expect(screen.queryByRole('checkbox', { name: 'Users: View' })).toBeNull()
    expect(screen.getByRole('grid').querySelectorAll('[tabindex="0"]')).toHaveLength(1)
  })

  it('moves by a whole-group box only what the filter shows', () => {
    const store = show([], { search: { text: 'bots' } })
    fireEvent.click(box('Channels and flows: all 4 shown'))
    expect([...store.get().held].toSorted()).toEqual(['Bots.Create', 'Bots.Delete', 'Bots.Edit', 'Bots.View'])
  })

  it('shows what the catalogue does not know', () => {
    show(['Future.Thing'], { search: { open: ['not-in-the-catalogue'] } })
    expect(box('Future.Thing').checked).toBe(true)
  })

  it('describes the box under the focus: API name, meaning, risk', () => {
    show([])
    fireEvent.focus(box('Users: Edit'))
    const details = document.getElementById(box('Users: Edit').getAttribute('aria-describedby') ?? '')
    expect(details?.textContent).toContain('Users.Edit')
    expect(details?.textContent).toContain('Risk: Lets people reset anyone’s password')
  })

  it('grants nothing that who edits may not hand out, by no way, and says why', () => {
    const reason = 'Your role may not hand out this permission.'
    const ungrantable = new Map(['Users.Edit', 'Users.EditPermission', 'Users.View'].map((name) => [name, reason]))
    const store = show(['Users.View'], { ungrantable })
    expect(box('Users: Edit').getAttribute('aria-disabled')).toBe('true')
    fireEvent.click(box('Users: Edit'))
    expect([...store.get().held]).toEqual(['Users.View'])
    fireEvent.focus(box('Users: Edit'))
    const details = document.getElementById(box('Users: Edit').getAttribute('aria-describedby') ?? '')
    expect(details?.textContent).toContain(reason)
    // What the profile holds can be taken away, and given back.
    expect(box('Users: View').getAttribute('aria-disabled')).toBeNull()
    fireEvent.click(box('Users: View'))
    expect([...store.get().held]).toEqual([])
    fireEvent.click(box('Users: View'))
    expect([...store.get().held]).toEqual(['Users.View'])
    fireEvent.click(box('Users: View'))
    // Neither by the box of its row, nor as what another one needs.
    fireEvent.click(box('Users: all 3'))
    expect(store.get().held.size).toBe(3)
    expect([...store.get().held].filter((name) => ungrantable.has(name))).toEqual([])
    expect(within(screen.getByRole('list', { name: 'Hints for Users' })).getByText(reason)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Also grant Users: View/ })).toBeNull()
  })

  it('cannot be changed where it is only read', () => {
    const store = show(['Users.View'], { isReadOnly: true })
    fireEvent.click(box('Users: View'))
    fireEvent.click(box('Users: Edit'))
    expect([...store.get().held]).toEqual(['Users.View'])
    expect(screen.queryByRole('checkbox', { name: 'Users: all 6' })).toBeNull()
  })
})
