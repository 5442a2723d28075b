import { memo, type RefCallback } from 'react'
import type { MatrixCell } from './permission-matrix.ts'
import { toggled, type Tristate } from './permission-selection.ts'
import { setHeld, useSelected, type SelectionStore } from './selection-store.ts'
import classes from './permission-matrix.module.css'

/** Words that stand in the cell: what there is to know before one clicks. */
function marksOf(cell: MatrixCell, isInDeleteColumn: boolean): readonly { text: string; tone: string | undefined }[] {
  const { permission, risk } = cell
  const marks = []
  // The column already says that it deletes.
  if (risk && !(isInDeleteColumn && risk.kind === 'deletes')) marks.push({ text: risk.word, tone: classes['warning'] })
  if (permission?.restrictive) marks.push({ text: 'restricts', tone: classes['quiet'] })
  if (permission?.legacy) marks.push({ text: 'legacy', tone: classes['quiet'] })
  else if (permission && !permission.documented) marks.push({ text: 'undocumented', tone: classes['quiet'] })
  return marks
}

interface PermissionCellProps {
  readonly cell: MatrixCell
  readonly store: SelectionStore
  readonly isReadOnly: boolean
  /** What the profile held can be taken away, and given back. Why not stands in the details. */
  readonly isUngrantable: boolean
  /** Place in the header, for the arrow keys. */
  readonly column: number
  readonly isInDeleteColumn?: boolean
  /** In the last column the action has to be named; in the others it is named where the columns do not fit. */
  readonly isNamed?: boolean
  readonly detailsId: string
}

export const PermissionCell = memo(function PermissionCell(props: PermissionCellProps) {
  const { cell, store, isReadOnly, isUngrantable, column, isInDeleteColumn = false, isNamed = false, detailsId } = props
  const isHeld = useSelected(store, ({ held }) => held.has(cell.name))
  const wasHeld = useSelected(store, ({ base }) => base.has(cell.name))
  const isLocked = isReadOnly || (isUngrantable && !isHeld && !wasHeld)
  const changed = isHeld === wasHeld ? undefined : isHeld ? 'added' : 'removed'
  return (
    <label className={classes['cell']} data-permission={cell.name} data-changed={changed}>
      <input
        type="checkbox"
        className={classes['box']}
        aria-label={cell.label}
        aria-describedby={detailsId}
        aria-readonly={isReadOnly || undefined}
        aria-disabled={(isLocked && !isReadOnly) || undefined}
        checked={isHeld}
        readOnly={isReadOnly}
        onChange={() => !isLocked && setHeld(store, toggled(store.get().held, cell.name))}
        tabIndex={-1}
        data-column={column}
      />
      <span aria-hidden="true" className={isNamed ? classes['action'] : classes['narrowAction']}>
        {cell.action}
      </span>
      {changed && <span className={`${classes['mark']} ${classes['changed']}`}>{changed}</span>}
      {marksOf(cell, isInDeleteColumn).map(({ text, tone }) => (
        <span key={text} aria-hidden="true" className={`${classes['mark']} ${classes['risk']} ${tone}`}>
          {text}
        </span>
      ))}
    </label>
  )
})

interface BulkBoxProps {
  readonly label: string
  readonly state: Tristate
  readonly onToggle: () => void
}

/** The box of a whole row or group. */
export function BulkBox({ label, state, onToggle }: BulkBoxProps) {
  const showSome: RefCallback<HTMLInputElement> = (input) => {
    if (input) input.indeterminate = state === 'some'
  }
  return (
    <input
      ref={showSome}
      type="checkbox"
      className={classes['box']}
      aria-label={label}
      title={label}
      checked={state === 'all'}
      onChange={onToggle}
      tabIndex={-1}
      data-column={0}
    />
  )
}
