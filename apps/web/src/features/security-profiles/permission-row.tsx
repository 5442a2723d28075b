import { memo } from 'react'
import { BulkBox, PermissionCell } from './permission-cell.tsx'
import { RowHints } from './permission-row-hints.tsx'
import { commonColumns, type MatrixRow } from './permission-matrix.ts'
import { bulkCells, countHeld, toggledAll, tristate } from './permission-selection.ts'
import type { MatrixContext } from './matrix-context.ts'
import { setHeld, useSelected } from './selection-store.ts'
import classes from './permission-matrix.module.css'

const OTHER_COLUMN = commonColumns.length + 1

interface PermissionRowProps {
  readonly row: MatrixRow
  readonly context: MatrixContext
}

export const PermissionRow = memo(function PermissionRow({ row, context }: PermissionRowProps) {
  const { store, isReadOnly, detailsId, ungrantable } = context
  const shared = { store, isReadOnly, detailsId }
  return (
    <>
      <tr className={classes['row']}>
        <th scope="row" className={classes['resource']}>
          <span className={classes['resourceLine']}>
            {!isReadOnly && <RowBox row={row} context={context} />}
            <span className={classes['resourceName']}>{row.resource}</span>
          </span>
        </th>
        {commonColumns.map((column, index) => {
          const cell = row.common[column]
          return (
            <td key={column} className={cell ? undefined : classes['empty']}>
              {cell && (
                <PermissionCell
                  {...shared}
                  cell={cell}
                  isUngrantable={ungrantable.has(cell.name)}
                  column={index + 1}
                  isInDeleteColumn={column === 'Delete'}
                />
              )}
            </td>
          )
        })}
        <td className={row.other.length > 0 ? classes['other'] : classes['empty']}>
          {row.other.map((cell) => (
            <PermissionCell
              key={cell.name}
              {...shared}
              cell={cell}
              isUngrantable={ungrantable.has(cell.name)}
              column={OTHER_COLUMN}
              isNamed
            />
          ))}
        </td>
      </tr>
      {!isReadOnly && <RowHints row={row} context={context} />}
    </>
  )
})

/** A row with a single box needs no second one that does the same. */
function RowBox({ row, context: { store, ungrantable } }: PermissionRowProps) {
  const cells = bulkCells(row.cells, ungrantable)
  const state = useSelected(store, ({ held }) => tristate(countHeld(cells, held)))
  if (cells.length < 2) return <span className={classes['noBox']} />
  return (
    <BulkBox
      label={`${row.resource}: all ${cells.length}`}
      state={state}
      onToggle={() => setHeld(store, toggledAll(store.get().held, cells))}
    />
  )
}
