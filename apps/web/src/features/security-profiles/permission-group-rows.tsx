import Icon from '@cloudscape-design/components/icon'
import { memo } from 'react'
import { BulkBox } from './permission-cell.tsx'
import { PermissionRow } from './permission-row.tsx'
import { commonColumns, type MatrixCell, type MatrixGroup } from './permission-matrix.ts'
import { bulkCells, cellsOfGroup, countHeld, toggledAll, tristate } from './permission-selection.ts'
import type { MatrixContext } from './matrix-context.ts'
import { setHeld, useSelected } from './selection-store.ts'
import classes from './permission-matrix.module.css'

interface GroupRowsProps {
  /** With the rows that the filter left over. */
  readonly group: MatrixGroup
  readonly isOpen: boolean
  readonly isFiltered: boolean
  readonly onToggleOpen: (id: string) => void
  readonly context: MatrixContext
}

export const GroupRows = memo(function GroupRows({ group, isOpen, isFiltered, onToggleOpen, context }: GroupRowsProps) {
  const cells = cellsOfGroup(group)
  return (
    <tbody>
      <tr className={classes['groupRow']}>
        <th scope="rowgroup" colSpan={commonColumns.length + 2}>
          <span className={classes['groupLine']}>
            {!context.isReadOnly && <GroupBox group={group} isFiltered={isFiltered} context={context} />}
            <button
              type="button"
              className={classes['groupToggle']}
              aria-expanded={isOpen}
              onClick={() => onToggleOpen(group.id)}
              tabIndex={-1}
              data-column={0}
            >
              <Icon name={isOpen ? 'angle-down' : 'angle-right'} />
              <span>{group.title}</span>
              <GroupCount context={context} cells={cells} isFiltered={isFiltered} />
            </button>
            {!group.known && <span className={classes['groupNote']}>Granted, unknown to Patchbay, kept on save</span>}
          </span>
        </th>
      </tr>
      {isOpen && group.rows.map((row) => <PermissionRow key={row.id} row={row} context={context} />)}
    </tbody>
  )
})

interface GroupCountProps extends Pick<GroupRowsProps, 'context' | 'isFiltered'> {
  readonly cells: readonly MatrixCell[]
}

function GroupCount({ context, cells, isFiltered }: GroupCountProps) {
  const text = useSelected(context.store, ({ base, held }) => {
    const count = countHeld(cells, held)
    const changes = cells.filter((cell) => base.has(cell.name) !== held.has(cell.name)).length
    return `${count.held} of ${count.of}${isFiltered ? ' shown' : ''}${changes > 0 ? `, ${changes} changed` : ''}`
  })
  return <span className={classes['count']}>{text}</span>
}

/** Moves only what is on screen: a box must not grant what a filter hides. */
function GroupBox({
  group,
  isFiltered,
  context: { store, ungrantable },
}: Pick<GroupRowsProps, 'group' | 'isFiltered' | 'context'>) {
  const cells = bulkCells(cellsOfGroup(group), ungrantable)
  const state = useSelected(store, ({ held }) => tristate(countHeld(cells, held)))
  if (cells.length === 0) return <span className={classes['noBox']} />
  return (
    <BulkBox
      label={`${group.title}: all ${cells.length}${isFiltered ? ' shown' : ''}`}
      state={state}
      onToggle={() => setHeld(store, toggledAll(store.get().held, cells))}
    />
  )
}
