import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { CellLink } from './cell-parts.tsx'
import { DataGrid, type Column } from './data-grid.tsx'
import type { TablePreferences } from './table-preferences.ts'

beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn<() => void>()
})

interface Person {
  readonly id: string
  readonly phone: string
}

const columns: readonly Column<Person>[] = [
  {
    id: 'name',
    label: 'Name',
    width: 100,
    sort: 'name',
    isRowHeader: true,
    cell: ({ id }) => <CellLink href={`/people/${id}`}>{id}</CellLink>,
  },
  { id: 'phone', label: 'Phone', width: 100, cell: ({ phone }) => phone },
  { id: 'tags', label: 'Tags', width: 100, cell: () => 'none' },
]
const preferences: TablePreferences = {
  pageSize: 25,
  contentDensity: 'comfortable',
  wrapLines: true,
  contentDisplay: [
    { id: 'name', visible: true },
    { id: 'phone', visible: true },
    { id: 'tags', visible: false },
  ],
}
const people = ['Ada', 'Grace'].map((id) => ({ id, phone: 'Soft phone' }))
const rowId = ({ id }: Person) => id

function open(rows: readonly Person[] | undefined) {
  const history = createMemoryHistory({ initialEntries: ['/people'] })
  const router = createRouter({ routeTree: createRootRoute(), history })
  const onSort = vi.fn<(sort: string, isDescending: boolean) => void>()
  const grid = (shown: readonly Person[] | undefined) => (
    <RouterContextProvider router={router}>
      <DataGrid
        label="People"
        columns={columns}
        rowId={rowId}
        rows={shown}
        first={51}
        total={52}
        sort="name"
        isDescending={false}
        onSort={onSort}
        preferences={preferences}
        onPreferences={() => {}}
        empty="Nobody matches"
      />
    </RouterContextProvider>
  )
  const { rerender } = render(grid(rows))
  return { user: userEvent.setup(), history, onSort, show: (next: readonly Person[]) => rerender(grid(next)) }
}

test('is a grid of the columns that are wanted, each row with its place among all', () => {
  open(people)
  const grid = screen.getByRole('grid', { name: 'People' })
  expect(grid.getAttribute('aria-rowcount')).toBe('53')
  const [name, phone, ...others] = within(grid).getAllByRole('columnheader')
  expect([name?.getAttribute('aria-sort'), name?.getAttribute('aria-label'), phone?.getAttribute('aria-sort')]).toEqual(
    ['ascending', 'Name, sorted ascending', null],
  )
  expect(others).toEqual([])
  const row = within(grid).getByRole('row', { name: /Grace/ })
  expect(row.getAttribute('aria-rowindex')).toBe('53')
  expect(within(row).getByRole('rowheader').textContent).toBe('Grace')
  expect(within(row).getByRole('gridcell').textContent).toBe('Soft phone')
})

test('sorts the other way round by the name of a column', async () => {
  const { user, onSort } = open(people)
  await user.click(screen.getByRole('button', { name: 'Name, sorted ascending' }))
  expect(onSort.mock.calls).toEqual([['name', true]])
})

test('is one tab stop, with arrows from control to control and cell to cell', async () => {
  const { user } = open(people)
  await user.tab()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Name, sorted ascending' }))
  await user.keyboard('{ArrowDown}')
  expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Ada' }))
  await user.keyboard('{ArrowRight}')
  expect(document.activeElement?.textContent).toBe('Soft phone')
  await user.keyboard('{ArrowDown}{ArrowLeft}')
  expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Grace' }))
  await user.tab()
  expect(document.activeElement).toBe(document.body)
})

test('keeps the focus on the person, not on the place: who comes into the list takes no row that has it', () => {
  const { show } = open(people)
  const grace = screen.getByRole('link', { name: 'Grace' })
  grace.focus()
  show([...people.slice(1), { id: 'Margaret', phone: 'Desk phone' }])
  expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Grace' }))
  show([{ id: 'Linus', phone: 'Desk phone' }])
  expect(document.activeElement).not.toBe(screen.getByRole('link', { name: 'Linus' }))
})

test('a plain click on a link stays in the app, one for a new tab is the browser’s', async () => {
  const { user, history } = open(people)
  const link = screen.getByRole('link', { name: 'Ada' })
  const isOurs = vi.fn<(event: Event) => void>((event) => event.preventDefault())
  document.addEventListener('click', isOurs)
  await user.keyboard('{Control>}')
  await user.click(link)
  await user.keyboard('{/Control}')
  expect(history.location.pathname).toBe('/people')
  await user.click(link)
  document.removeEventListener('click', isOurs)
  await expect.poll(() => history.location.pathname).toBe('/people/Ada')
})

test('says that nobody is there, and waits with rows in outline', () => {
  const { show } = open(undefined)
  const grid = screen.getByRole('grid')
  expect([grid.getAttribute('aria-busy'), within(grid).getAllByRole('row').length]).toEqual(['true', 13])
  show([])
  expect(within(grid).getByRole('gridcell').textContent).toBe('Nobody matches')
})
