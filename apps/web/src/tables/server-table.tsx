import Pagination from '@cloudscape-design/components/pagination'
import Table, { type TableProps } from '@cloudscape-design/components/table'
import type { ReactNode } from 'react'
import { useStore } from '../api/store.ts'
import { topBarHeight } from '../shell/page-chrome.ts'
import { useMediaQuery } from '../shell/use-media-query.ts'
import type { TablePreferences } from './table-preferences.ts'
import { TablePreferencesButton } from './table-preferences-button.tsx'

export interface Column<Row> {
  readonly id: string
  readonly label: string
  readonly cell: (row: Row) => ReactNode
  readonly width?: number
  /** The server's name for sorting by this column. */
  readonly sort?: string
  /** The column that names the row: never hidden, and read out with every cell. */
  readonly isRowHeader?: boolean
}

interface ServerTableProps<Row> {
  /** What the rows are, as in `People`. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rowId: (row: Row) => string
  /** Undefined while nothing was read yet. */
  readonly rows: readonly Row[] | undefined
  readonly total: number
  readonly page: number
  readonly pageSize: number
  readonly pageSizes: readonly number[]
  /** Left out: the order of the rows is always the same. */
  readonly sort?: string
  readonly isDescending?: boolean
  readonly onPage: (page: number) => void
  readonly onSort?: (sort: string, isDescending: boolean) => void
  readonly preferences: TablePreferences
  readonly onPreferences: (next: TablePreferences) => void
  /** Stands over the table, the match count included. */
  readonly header: ReactNode
  readonly filter: ReactNode
  readonly empty: ReactNode
}

const skeletonRows = 12

/** A table that the server filters, sorts and pages. It holds no state of its own but what the browser likes. */
export function ServerTable<Row>(props: ServerTableProps<Row>) {
  const { columns, preferences, rows, page, pageSize, total } = props
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const sorted = columns.find((column) => column.sort !== undefined && column.sort === props.sort)
  const noun = props.label.toLowerCase()
  const stickyOffset = useStore(topBarHeight)
  // On a low or magnified window a header that stays would leave no room for rows.
  const isTall = useMediaQuery('(height >= 600px)')

  return (
    <Table
      data-page-rows
      variant="container"
      items={rows ?? []}
      trackBy={props.rowId}
      columnDefinitions={columns.map((column) => definition(column, sorted === column && props.isDescending === true))}
      columnDisplay={preferences.contentDisplay}
      contentDensity={preferences.contentDensity}
      wrapLines={preferences.wrapLines}
      resizableColumns
      stickyHeader={isTall}
      stickyHeaderVerticalOffset={stickyOffset}
      stickyColumns={{ first: 1 }}
      enableKeyboardNavigation
      loading={rows === undefined}
      loadingText={`Loading ${noun}`}
      skeleton={{ totalRows: skeletonRows }}
      totalItemsCount={total}
      firstIndex={(page - 1) * pageSize + 1}
      renderAriaLive={({ firstIndex, lastIndex, totalItemsCount }) =>
        rows === undefined || rows.length === 0
          ? ''
          : `Showing ${firstIndex} to ${lastIndex} of ${totalItemsCount ?? total}`
      }
      ariaLabels={{ tableLabel: props.label, resizerRoleDescription: 'resize button' }}
      {...(sorted !== undefined && {
        sortingColumn: { sortingField: sorted.sort ?? '' },
        sortingDescending: props.isDescending === true,
      })}
      onSortingChange={({ detail }) => {
        const field = detail.sortingColumn.sortingField
        if (field !== undefined) props.onSort?.(field, detail.isDescending === true)
      }}
      header={props.header}
      filter={props.filter}
      empty={props.empty}
      pagination={
        <Pagination
          currentPageIndex={Math.min(page, pages)}
          pagesCount={pages}
          disabled={rows === undefined}
          onChange={({ detail }) => props.onPage(detail.currentPageIndex)}
          ariaLabels={{
            paginationLabel: `Pages of ${noun}`,
            nextPageLabel: 'Next page',
            previousPageLabel: 'Previous page',
            pageLabel: (number) => `Page ${number} of ${pages}`,
          }}
        />
      }
      preferences={
        <TablePreferencesButton
          preferences={preferences}
          onChange={props.onPreferences}
          columns={columns.map(({ id, label, isRowHeader = false }) => ({ id, label, alwaysVisible: isRowHeader }))}
          pageSizes={props.pageSizes}
          noun={noun}
        />
      }
    />
  )
}

function definition<Row>(column: Column<Row>, isDescending: boolean): TableProps.ColumnDefinition<Row> {
  return {
    id: column.id,
    header: column.label,
    cell: column.cell,
    minWidth: 100,
    isRowHeader: column.isRowHeader === true,
    ...(column.width !== undefined && { width: column.width }),
    ...(column.sort !== undefined && { sortingField: column.sort }),
    ariaLabel: ({ sorted }) =>
      sorted ? `${column.label}, sorted ${isDescending ? 'descending' : 'ascending'}` : column.label,
  }
}
