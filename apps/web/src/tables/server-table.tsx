import Button from '@cloudscape-design/components/button'
import LiveRegion from '@cloudscape-design/components/live-region'
import Pagination from '@cloudscape-design/components/pagination'
import { memo, useMemo, useState, type ReactNode } from 'react'
import { useAtRest } from '../shell/at-rest.ts'
import { useMediaQuery } from '../shell/use-media-query.ts'
import { DataGrid, type Column, type DataGridProps } from './data-grid.tsx'
import { type TablePreferences } from './table-preferences.ts'
import { TablePreferencesButton } from './table-preferences-button.tsx'
import classes from './server-table.module.css'

interface ServerTableProps<Row> extends Omit<DataGridProps<Row>, 'first'> {
  readonly page: number
  readonly pageSize: number
  readonly pageSizes: readonly number[]
  /** The same function each time: a page that is only rendered anew leaves the page numbers alone. So with the others. */
  readonly onPage: (page: number) => void
  /** Stands over the table, the match count included. */
  readonly header: ReactNode
  readonly filter: ReactNode
}

/** A table that the server filters, sorts and pages. It holds no state of its own but what the browser likes. */
export function ServerTable<Row>(props: ServerTableProps<Row>) {
  // The grid is rendered anew for what is its own only.
  const { page, pageSize, pageSizes, onPage, header, filter, ...grid } = props
  const { label, columns, preferences, onPreferences, rows, total, isExactTotal = true, empty } = grid
  const noun = label.toLowerCase()
  const first = (page - 1) * pageSize + 1

  return (
    <div className={classes['card']}>
      {header}
      <div className={classes['tools']}>
        <div className={classes['filter']}>{filter}</div>
        <div className={classes['paging']}>
          <Pages
            page={page}
            pages={useAtRest(useKnown(isExactTotal ? Math.max(1, Math.ceil(total / pageSize)) : undefined))}
            noun={noun}
            isDisabled={rows === undefined}
            onPage={onPage}
          />
          <Preferences
            preferences={preferences}
            onChange={onPreferences}
            columns={columns}
            pageSizes={pageSizes}
            noun={noun}
          />
        </div>
      </div>
      <DataGrid {...grid} first={first} empty={rows?.length === 0 ? empty : undefined} />
      <LiveRegion hidden>{isExactTotal && spoken(rows?.length, first, total, noun)}</LiveRegion>
    </div>
  )
}

/** The last one that was known. */
function useKnown(value: number | undefined): number | undefined {
  const [known, setKnown] = useState(value)
  if (value !== undefined && value !== known) setKnown(value)
  return value ?? known
}

function spoken(count: number | undefined, first: number, total: number, noun: string): string {
  if (count === undefined) return `Loading ${noun}`
  return count === 0 ? '' : `Showing ${first} to ${first + count - 1} of ${total}`
}

interface PagesProps {
  readonly page: number
  /** Undefined: at least one more than this. */
  readonly pages: number | undefined
  readonly noun: string
  readonly isDisabled: boolean
  readonly onPage: (page: number) => void
}

const Pages = memo(function Pages({ page, pages, noun, isDisabled, onPage }: PagesProps) {
  // The numbers of a thousand pages are wider than that.
  if (useMediaQuery('(width < 600px)')) return <PagesInWords {...{ page, pages, noun, isDisabled, onPage }} />
  return (
    <Pagination
      currentPageIndex={Math.min(page, pages ?? page)}
      pagesCount={pages ?? page}
      openEnd={pages === undefined}
      disabled={isDisabled}
      onChange={({ detail }) => onPage(detail.currentPageIndex)}
      ariaLabels={{
        paginationLabel: `Pages of ${noun}`,
        nextPageLabel: 'Next page',
        previousPageLabel: 'Previous page',
        pageLabel: (number) => (pages === undefined ? `Page ${number}` : `Page ${number} of ${pages}`),
      }}
    />
  )
})

function PagesInWords({ page, pages, noun, isDisabled, onPage }: PagesProps) {
  return (
    <nav aria-label={`Pages of ${noun}`} className={classes['pages']}>
      <Button
        variant="icon"
        iconName="angle-left"
        ariaLabel="Previous page"
        disabled={isDisabled || page <= 1}
        onClick={() => onPage(page - 1)}
      />
      Page {Math.min(page, pages ?? page).toLocaleString('en')}
      {pages !== undefined && ` of ${pages.toLocaleString('en')}`}
      <Button
        variant="icon"
        iconName="angle-right"
        ariaLabel="Next page"
        disabled={isDisabled || (pages !== undefined && page >= pages)}
        onClick={() => onPage(page + 1)}
      />
    </nav>
  )
}

interface PreferencesProps<Row> {
  readonly preferences: TablePreferences
  readonly onChange: (next: TablePreferences) => void
  readonly columns: readonly Column<Row>[]
  readonly pageSizes: readonly number[]
  readonly noun: string
}

const Preferences = memo(function Preferences<Row>({ columns, ...props }: PreferencesProps<Row>) {
  const named = useMemo(
    () => columns.map(({ id, label, isRowHeader = false }) => ({ id, label, alwaysVisible: isRowHeader })),
    [columns],
  )
  return <TablePreferencesButton {...props} columns={named} />
}) as <Row>(props: PreferencesProps<Row>) => ReactNode
