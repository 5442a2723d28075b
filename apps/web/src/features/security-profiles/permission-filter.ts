import type { MatrixCell, MatrixGroup, MatrixRow, PermissionMatrix } from './permission-matrix.ts'
import type { Held } from './permission-selection.ts'

export const shows = ['all', 'granted', 'changed', 'risky'] as const
export type Show = (typeof shows)[number]

export interface MatrixFilter {
  readonly text: string
  readonly show: Show
}

function words(text: string): readonly string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean)
}

const isShown: Readonly<Record<Show, (cell: MatrixCell, base: Held, held: Held) => boolean>> = {
  all: () => true,
  // What was granted before stays in view, so that a box just unticked can be ticked again.
  granted: (cell, base, held) => held.has(cell.name) || base.has(cell.name),
  changed: (cell, base, held) => held.has(cell.name) !== base.has(cell.name),
  risky: (cell) => cell.risk !== undefined,
}

function matchesText(group: MatrixGroup, cell: MatrixCell, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true
  const text = `${group.title} ${cell.label} ${cell.name} ${cell.permission?.description ?? ''}`.toLowerCase()
  return wanted.every((word) => text.includes(word))
}

/**
 * The groups and rows with at least one cell that fits text and choice. A row is shown whole, since its other boxes say
 * what the found one means.
 */
export function filterMatrix(
  matrix: PermissionMatrix,
  { text, show }: MatrixFilter,
  base: Held,
  held: Held,
): readonly MatrixGroup[] {
  const wanted = words(text)
  if (wanted.length === 0 && show === 'all') return matrix.groups
  const fits = (group: MatrixGroup, row: MatrixRow) =>
    row.cells.some((cell) => isShown[show](cell, base, held) && matchesText(group, cell, wanted))
  return matrix.groups
    .map((group) => ({ ...group, rows: group.rows.filter((row) => fits(group, row)) }))
    .filter((group) => group.rows.length > 0)
}

export function isFiltering({ text, show }: MatrixFilter): boolean {
  return show !== 'all' || words(text).length > 0
}
