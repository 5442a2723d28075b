import type { Permission } from '@patchbay/contract/permission-catalogue'
import { findRisk, type Risk } from './permission-risks.ts'

/** The columns every resource shares. What else a resource can do stands, by name, in the column after them. */
export const commonColumns = ['View', 'Edit', 'Create', 'Delete', 'Access'] as const
type CommonColumn = (typeof commonColumns)[number]

/** AWS's page says Remove for four resources where it says Delete for the others: flows, flow modules, e-mail addresses, views. */
const columnOfAction: Readonly<Record<string, CommonColumn>> = {
  View: 'View',
  Edit: 'Edit',
  Create: 'Create',
  Delete: 'Delete',
  Remove: 'Delete',
  Access: 'Access',
}

export interface MatrixCell {
  readonly name: string
  /** "Users: Edit", unique in the whole matrix. */
  readonly label: string
  readonly action: string
  /** Undefined for a name that the catalogue does not know. */
  readonly permission: Permission | undefined
  readonly risk: Risk | undefined
}

export interface MatrixRow {
  readonly id: string
  readonly resource: string
  readonly common: Readonly<Partial<Record<CommonColumn, MatrixCell>>>
  readonly other: readonly MatrixCell[]
  /** All of the row, in reading order. */
  readonly cells: readonly MatrixCell[]
}

export interface MatrixGroup {
  readonly id: string
  readonly title: string
  readonly rows: readonly MatrixRow[]
  /** False for names that the catalogue does not know: kept on save, offered nowhere else. */
  readonly known: boolean
}

export interface PermissionMatrix {
  readonly groups: readonly MatrixGroup[]
  readonly cells: ReadonlyMap<string, MatrixCell>
}

export const UNKNOWN_GROUP = 'Not in the catalogue'
const LEGACY_GROUP = 'Legacy permissions'

/** People look for the groups of everyday work first; a group of the catalogue that is not named here follows them. */
const groupOrder = ['Users and permissions', 'Contact Control Panel (CCP)', 'Routing', 'Channels and flows']

function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}

function rankOfGroup(title: string): number {
  if (title === LEGACY_GROUP) return groupOrder.length + 1
  const place = groupOrder.indexOf(title)
  return place === -1 ? groupOrder.length : place
}

function makeRow(groupId: string, resource: string, cells: readonly MatrixCell[]): MatrixRow {
  const common: Partial<Record<CommonColumn, MatrixCell>> = {}
  const other: MatrixCell[] = []
  for (const cell of cells) {
    const column = cell.permission && columnOfAction[cell.action]
    if (column && !common[column]) common[column] = cell
    else other.push(cell)
  }
  const inOrder = [...commonColumns.flatMap((column) => common[column] ?? []), ...other]
  return { id: `${groupId}.${slug(resource)}`, resource, common, other, cells: inOrder }
}

function makeGroup(title: string, permissions: readonly Permission[]): MatrixGroup {
  const id = slug(title)
  const byResource = Map.groupBy(permissions, (permission) => permission.resource)
  const rows = [...byResource].map(([resource, ofResource]) =>
    makeRow(
      id,
      resource,
      ofResource.map((permission) => ({
        name: permission.name,
        label: `${resource}: ${permission.action}`,
        action: permission.action,
        permission,
        risk: findRisk(permission),
      })),
    ),
  )
  return { id, title, rows, known: true }
}

function makeUnknownGroup(names: readonly string[]): MatrixGroup {
  const id = slug(UNKNOWN_GROUP)
  const rows = names.map((name) => ({
    ...makeRow(id, name, [{ name, label: name, action: 'Granted', permission: undefined, risk: undefined }]),
    // Two unknown names may differ in case or signs only, so the slug would not tell them apart.
    id: `${id}.${name}`,
  }))
  return { id, title: UNKNOWN_GROUP, rows, known: false }
}

/**
 * Groups, rows and cells of the catalogue. `named` are all names that a profile holds or held: those that the catalogue
 * does not know get a group of their own, so that nothing granted is ever invisible or lost.
 */
export function buildMatrix(catalogue: readonly Permission[], named: Iterable<string> = []): PermissionMatrix {
  const known = new Set(catalogue.map((permission) => permission.name))
  const unknown = [...new Set(named)].filter((name) => !known.has(name)).toSorted()
  const byGroup = Map.groupBy(catalogue, (permission) => permission.group)
  const groups = [...byGroup]
    .toSorted(([a], [b]) => rankOfGroup(a) - rankOfGroup(b))
    .map(([title, permissions]) => makeGroup(title, permissions))
  if (unknown.length > 0) groups.push(makeUnknownGroup(unknown))
  const cells = groups.flatMap((group) => group.rows.flatMap((row) => row.cells))
  return { groups, cells: new Map(cells.map((cell) => [cell.name, cell])) }
}

/** What people read for a permission: "Users: Edit", or the bare API name where the catalogue does not know it. */
export function labelOf(matrix: PermissionMatrix, name: string): string {
  return matrix.cells.get(name)?.label ?? name
}
