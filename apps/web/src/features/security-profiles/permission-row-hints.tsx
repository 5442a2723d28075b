import Button from '@cloudscape-design/components/button'
import Icon from '@cloudscape-design/components/icon'
import { commonColumns, labelOf, type MatrixRow, type PermissionMatrix } from './permission-matrix.ts'
import { hintsOf, type PermissionHint } from './permission-hints.ts'
import type { MatrixContext } from './matrix-context.ts'
import { withGranted } from './permission-selection.ts'
import { setHeld, useSelected, type Selection } from './selection-store.ts'
import classes from './permission-matrix.module.css'

interface RowHintsProps {
  readonly row: MatrixRow
  readonly context: MatrixContext
}

function freshHints({ row, context }: RowHintsProps, { base, held }: Selection): readonly PermissionHint[] {
  return row.cells.flatMap((cell) => hintsOf(context.rules.get(cell.name), base, held)).filter((hint) => hint.fresh)
}

/** One click for what a change still needs. Gaps that were there before stand in the summary, not here. */
export function RowHints(props: RowHintsProps) {
  const { matrix, store, ungrantable } = props.context
  // Hints follow from the selection: their number and order change exactly when this text does.
  const key = useSelected(store, (selection) =>
    freshHints(props, selection)
      .map((hint) => `${hint.of} ${hint.move}`)
      .join('\n'),
  )
  if (key === '') return null
  const byMove = Map.groupBy(freshHints(props, store.get()), (hint) => hint.move)

  return (
    <tr className={classes['hintRow']}>
      <td colSpan={commonColumns.length + 2}>
        <ul className={classes['hints']} aria-label={`Hints for ${props.row.resource}`}>
          {[...byMove].map(([move, hints]) => (
            <li key={move} className={classes['hint']}>
              <Icon name="status-info" variant="subtle" />
              <span className={classes['hintText']}>
                <span>{sayTogether(matrix, hints)}</span>
                {hints[0]?.grant && ungrantable.has(move) ? (
                  <span>{ungrantable.get(move)}</span>
                ) : (
                  <Button variant="inline-link" onClick={() => follow(props.context, hints)}>
                    {hints[0]?.grant ? 'Also grant' : 'Take away'} {labelOf(matrix, move)}
                  </Button>
                )}
              </span>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  )
}

/** Several of a row that lack the same are one sentence: "Edit, Delete need Users: View." */
function sayTogether(matrix: PermissionMatrix, hints: readonly PermissionHint[]): string | undefined {
  const [first, ...more] = hints
  if (!first || more.length === 0) return first?.text
  const actions = hints.map((hint) => matrix.cells.get(hint.of)?.action ?? hint.of).join(', ')
  return `${actions} ${first.grant ? 'need' : 'do not work with'} ${labelOf(matrix, first.move)}.`
}

function follow({ store }: MatrixContext, hints: readonly PermissionHint[]): void {
  const [hint] = hints
  if (!hint) return
  // The hint goes away with the click, so the focus has to go somewhere that stays: the box it was about.
  const cells = [...document.querySelectorAll<HTMLElement>('[data-permission]')]
  const cell = cells.find((one) => one.dataset['permission'] === hint.of)
  cell?.querySelector('input')?.focus({ preventScroll: true })
  setHeld(store, withGranted(store.get().held, [hint.move], hint.grant))
}
