/** The parts of a page that keys and arrivals lead to, marked by `data-page-search`, `data-page-rows` and `data-page-key`. */

function rowLinks(): HTMLElement[] {
  const rows = [...document.querySelectorAll('[data-page-rows] tbody tr')]
  return rows.flatMap((row) => row.querySelector<HTMLElement>('a[href]') ?? [])
}

/** False where the page has no search. */
export function focusSearch(): boolean {
  const input = document.querySelector<HTMLInputElement>('[data-page-search] input')
  input?.focus()
  input?.select()
  return input !== null
}

/** False where there is no such row. */
export function focusRow(index: number): boolean {
  const link = rowLinks()[index]
  link?.focus()
  return link !== undefined
}

/** From the row that holds `from`, or to the first where none does. False where the page has no rows. */
export function moveRow(from: Element, by: 1 | -1): boolean {
  const links = rowLinks()
  const row = from.closest('tr')
  const here = links.findIndex((link) => row?.contains(link) === true)
  const next = here === -1 ? 0 : Math.min(Math.max(here + by, 0), links.length - 1)
  return focusRow(next)
}

/** Opens the row of a cell without a control of its own. */
export function openRow(cell: Element): boolean {
  if (!cell.matches('[data-page-rows] tbody td')) return false
  const link = rowLinks().find((one) => cell.closest('tr')?.contains(one))
  link?.click()
  return link !== undefined
}

/** The row that led to `path`. It is not scrolled to: the browser's own place is restored. */
export function focusRowOf(path: string): boolean {
  const link = rowLinks().find((one) => one.getAttribute('href') === path)
  link?.focus({ preventScroll: true })
  return link !== undefined
}

/** Presses the button that the page has for `key`. False where it has none. */
export function pressPart(key: string): boolean {
  const button = document.querySelector<HTMLButtonElement>(`[data-page-key="${CSS.escape(key)}"] button`)
  button?.click()
  return button !== null
}
