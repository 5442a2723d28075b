import { expect, test } from 'vitest'
import { focusRow, focusRowOf, focusSearch, moveRow, openRow } from './page-parts.ts'

function showList(): void {
  document.body.innerHTML = `
    <h1 tabindex="-1">People</h1>
    <div data-page-search><input value="ada"></div>
    <div data-page-rows><table>
      <thead><tr><th><a href="#sort">Name</a></th></tr></thead>
      <tbody>
        <tr><td><a href="/people/1">One</a></td><td tabindex="-1">Sales</td></tr>
        <tr><td>Loading</td></tr>
        <tr><td><a href="/people/2">Two</a></td><td tabindex="-1">Service</td></tr>
      </tbody>
    </table></div>`
}

const focused = () => document.activeElement?.textContent
const active = () => document.activeElement ?? document.body

test('moves from row to row, over what is no row, and stops at both ends', () => {
  showList()
  expect([moveRow(document.body, 1), focused()]).toEqual([true, 'One'])
  expect([moveRow(active(), 1), focused()]).toEqual([true, 'Two'])
  expect([moveRow(active(), 1), focused()]).toEqual([true, 'Two'])
  moveRow(active(), -1)
  moveRow(active(), -1)
  expect(focused()).toBe('One')
})

test('a page without rows or search takes no key', () => {
  document.body.innerHTML = '<h1>Ada</h1>'
  expect([moveRow(document.body, 1), focusRow(0), focusSearch(), focusRowOf('/people/1')]).toEqual([
    false,
    false,
    false,
    false,
  ])
})

test('the search is focused with its text selected, so that typing replaces it', () => {
  showList()
  expect(focusSearch()).toBe(true)
  const input = document.querySelector('input')
  expect([document.activeElement, input?.selectionStart, input?.selectionEnd]).toEqual([input, 0, 3])
})

test('the row that led to an address is found again', () => {
  showList()
  expect([focusRowOf('/people/2'), focused()]).toEqual([true, 'Two'])
  expect(focusRowOf('/people/3')).toBe(false)
})

test('Enter on a plain cell opens its row; on a link it is the link’s own', () => {
  showList()
  const opened: string[] = []
  document.querySelector('table')?.addEventListener('click', (event) => {
    event.preventDefault()
    opened.push((event.target as HTMLElement).textContent)
  })
  const [, service] = [...document.querySelectorAll('td[tabindex]')]
  expect(openRow(service ?? document.body)).toBe(true)
  expect(openRow(document.querySelector('a') ?? document.body)).toBe(false)
  expect(opened).toEqual(['Two'])
})
