/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- as blocks, table elements lose their roles in some browsers */
import { memo, useMemo, useRef, type CSSProperties, type ReactNode, type RefObject } from 'react'
import { useStore } from '../api/store.ts'
import { topBarHeight } from '../shell/page-chrome.ts'
import { useFollowLinks } from '../shell/use-follow.ts'
import { ColumnHead } from './column-head.tsx'
import { tracksOf, useColumnWidths } from './column-widths.ts'
import type { TablePreferences } from './table-preferences.ts'
import { useVisibleFirst } from './use-visible-first.ts'
import { useRowSlots } from './row-slots.ts'
import { useGridFocus } from './use-grid-focus.ts'
import classes from './data-grid.module.css'

export interface Column<Row> {
  readonly id: string
  readonly label: string
  /** Light: it is made for every row at each letter of a search. Plain elements, links by `CellLink`. */
  readonly cell: (row: Row) => ReactNode
  /** In pixels, at least; what is left over is shared out in these proportions. */
  readonly width: number
  /** Its content is short: it takes no part in what is left over. */
  readonly isFixed?: boolean
  /** The server's name for sorting by this column. */
  readonly sort?: string
  /** The column that names the row: never hidden, and read out with every cell. */
  readonly isRowHeader?: boolean
}

export interface DataGridProps<Row> {
  /** What the rows are, as in `People`. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rowId: (row: Row) => string
  /** Undefined while nothing was read yet. */
  readonly rows: readonly Row[] | undefined
  /** Place of the first row among all that there are, from 1. */
  readonly first: number
  readonly total: number
  /** False: there are at least `total`. */
  readonly isExactTotal?: boolean
  /** Left out: the order of the rows is always the same. */
  readonly sort?: string
  readonly isDescending?: boolean
  readonly onSort?: (sort: string, isDescending: boolean) => void
  readonly preferences: TablePreferences
  readonly onPreferences: (next: TablePreferences) => void
  readonly empty: ReactNode
}

const skeletonRows = 12

/**
 * Rows under a head that stays in sight. Not Cloudscape's table: that is three times the work for each letter of a search (decision 22).
 * Each row is a grid of its own with the same tracks, so that one row's text moves no other row; head and body scroll sideways together.
 */
export const DataGrid = memo(function DataGrid<Row>(props: DataGridProps<Row>) {
  const { columns, rowId, preferences } = props
  const grid = useRef<HTMLTableElement>(null)
  const rows = useVisibleFirst(props.rows, rowId, grid)
  const focus = useGridFocus(grid)
  const follow = useFollowLinks()
  const shown = useMemo(
    () =>
      preferences.contentDisplay.flatMap(({ id, visible }) => {
        const column = columns.find((one) => one.id === id)
        return column !== undefined && (visible || column.isRowHeader === true) ? [column] : []
      }),
    [columns, preferences.contentDisplay],
  )
  // A row that has the focus does not become another's: Enter would open somebody else than was read out.
  const slots = useRowSlots(
    useMemo(() => rows?.map(rowId) ?? [], [rows, rowId]),
    () => grid.current?.tBodies[0]?.contains(document.activeElement) !== true,
  )
  const widths = useColumnWidths(grid, shown, preferences, props.onPreferences)

  return (
    <table
      ref={grid}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- WAI-ARIA's own grid examples are tables
      role="grid"
      aria-label={props.label}
      aria-busy={rows === undefined}
      aria-rowcount={rows === undefined || props.isExactTotal === false ? -1 : props.total + 1}
      aria-colcount={shown.length}
      className={classes['grid']}
      data-page-rows
      data-density={preferences.contentDensity}
      data-wrap={preferences.wrapLines}
      style={
        {
          '--tracks': tracksOf(shown, preferences.columnWidths),
          '--top': `${useStore(topBarHeight)}px`,
        } as CSSProperties
      }
      onClick={follow}
      onFocus={focus.onFocus}
      onKeyDown={focus.onKeyDown}
      onPointerDown={focus.onPointerDown}
    >
      <thead role="rowgroup" className={classes['head']} onScroll={(event) => scrollWith(event.currentTarget, grid)}>
        {/* The first of the rows. */}
        <tr role="row" aria-rowindex={1} className={classes['row']}>
          {shown.map((column, index) => (
            <ColumnHead
              key={column.id}
              column={column}
              index={index}
              sorted={sortedOf(column, props)}
              onSort={props.onSort}
              widths={widths}
            />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className={classes['body']} onScroll={(event) => scrollWith(event.currentTarget, grid)}>
        {rows === undefined ? (
          <SkeletonRows columns={shown.length} />
        ) : rows.length === 0 ? (
          <tr role="row" aria-rowindex={2} className={classes['empty']}>
            <td role="gridcell" className={classes['empty']} tabIndex={-1} data-column={0}>
              {props.empty}
            </td>
          </tr>
        ) : (
          rows.map((row, at) => (
            <BodyRow key={slots.get(rowId(row))} row={row} columns={shown} index={props.first + at + 1} />
          ))
        )}
      </tbody>
    </table>
  )
}) as <Row>(props: DataGridProps<Row>) => ReactNode

type Sorted = 'ascending' | 'descending' | undefined

function sortedOf<Row>(column: Column<Row>, { sort, isDescending }: DataGridProps<Row>): Sorted {
  if (column.sort === undefined || column.sort !== sort) return undefined
  return isDescending === true ? 'descending' : 'ascending'
}

interface BodyRowProps<Row> {
  readonly row: Row
  readonly columns: readonly Column<Row>[]
  readonly index: number
}

const BodyRow = memo(function BodyRow<Row>({ row, columns, index }: BodyRowProps<Row>) {
  return (
    <tr role="row" aria-rowindex={index} className={classes['row']}>
      {columns.map((column, at) =>
        column.isRowHeader === true ? (
          <th key={column.id} role="rowheader" scope="row" className={classes['cell']} tabIndex={-1} data-column={at}>
            {column.cell(row)}
          </th>
        ) : (
          <td key={column.id} role="gridcell" className={classes['cell']} tabIndex={-1} data-column={at}>
            {column.cell(row)}
          </td>
        ),
      )}
    </tr>
  )
}) as <Row>(props: BodyRowProps<Row>) => ReactNode

function SkeletonRows({ columns }: { readonly columns: number }) {
  return Array.from({ length: skeletonRows }, (_row, at) => (
    <tr key={at} className={classes['row']}>
      {Array.from({ length: columns }, (_cell, column) => (
        <td key={column} aria-hidden="true" className={classes['cell']}>
          <span className={classes['skeleton']} />
        </td>
      ))}
    </tr>
  ))
}

/** Head and body each scroll, since a head inside what scrolls sideways could not stay at the top of the window. */
function scrollWith(moved: HTMLElement, grid: RefObject<HTMLTableElement | null>): void {
  if (grid.current === null) return
  grid.current.toggleAttribute('data-scrolled', moved.scrollLeft !== 0)
  for (const part of [grid.current.tHead, grid.current.tBodies[0]]) {
    if (part && part.scrollLeft !== moved.scrollLeft) part.scrollLeft = moved.scrollLeft
  }
}
