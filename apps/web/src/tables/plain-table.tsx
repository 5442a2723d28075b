import type { ReactNode } from 'react'
import classes from './plain-table.module.css'

interface PlainTableProps<Row> {
  readonly label: string
  /** The first column names the row. */
  readonly columns: readonly { readonly label: string; readonly cell: (row: Row) => ReactNode }[]
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => string
}

/** A few rows to be read, in a section of a page. */
export function PlainTable<Row>({ label, columns, rows, rowId }: PlainTableProps<Row>) {
  return (
    // Where it is wider than its section it is moved sideways, by keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached
    <section className={classes['frame']} aria-label={label} tabIndex={0}>
      <table className={classes['table']} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.label} scope="col">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowId(row)}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.label} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.label}>{column.cell(row)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
