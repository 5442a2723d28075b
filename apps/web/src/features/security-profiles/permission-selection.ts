import type { MatrixCell, MatrixGroup } from './permission-matrix.ts'

export type Held = ReadonlySet<string>

/** Reasons by the names of permissions. */
export type Ungrantable = ReadonlyMap<string, string>

export interface Count {
  readonly held: number
  readonly of: number
}

/** `of` counts every cell given, restricting and legacy ones too, so that the counts of rows add up to those of groups. */
export function countHeld(cells: readonly MatrixCell[], held: Held): Count {
  let count = 0
  for (const cell of cells) if (held.has(cell.name)) count += 1
  return { held: count, of: cells.length }
}

export function cellsOfGroup(group: MatrixGroup): readonly MatrixCell[] {
  return group.rows.flatMap((row) => row.cells)
}

/**
 * The cells that a whole-row or whole-group box moves. It leaves alone what takes ability away (granting "everything"
 * must not restrict, taking "everything" away must not lift a restriction), what Connect's own page no longer offers,
 * what the catalogue does not know, and what may not be granted by who edits.
 */
export function bulkCells(cells: readonly MatrixCell[], ungrantable: Ungrantable): readonly MatrixCell[] {
  return cells.filter(
    ({ name, permission }) => permission && !permission.restrictive && !permission.legacy && !ungrantable.has(name),
  )
}

export type Tristate = 'none' | 'some' | 'all'

export function tristate({ held, of }: Count): Tristate {
  if (held === 0) return 'none'
  return held === of ? 'all' : 'some'
}

/** A new set with `names` granted or taken away. */
export function withGranted(held: Held, names: Iterable<string>, granted: boolean): Held {
  const next = new Set(held)
  for (const name of names) {
    if (granted) next.add(name)
    else next.delete(name)
  }
  return next
}

export function toggled(held: Held, name: string): Held {
  return withGranted(held, [name], !held.has(name))
}

/**
 * A click on a whole-row or whole-group box: anything missing is granted, nothing missing takes all away.
 * @param moved as `bulkCells` tells
 */
export function toggledAll(held: Held, moved: readonly MatrixCell[]): Held {
  const all = tristate(countHeld(moved, held)) === 'all'
  return withGranted(
    held,
    moved.map((cell) => cell.name),
    !all,
  )
}
