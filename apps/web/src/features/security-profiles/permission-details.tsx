import { useStore, type Store } from '../../api/store.ts'
import { labelOf, type PermissionMatrix } from './permission-matrix.ts'
import { matrixTokens } from './matrix-tokens.ts'
import type { Ungrantable } from './permission-selection.ts'
import classes from './permission-matrix.module.css'

interface PermissionDetailsProps {
  readonly id: string
  readonly matrix: PermissionMatrix
  readonly lookedAt: Store<string | undefined>
  readonly ungrantable: Ungrantable
}

/** API name, meaning and warnings of the permission under the focus or the pointer; it keeps its place and its height. */
export function PermissionDetails({ id, matrix, lookedAt, ungrantable }: PermissionDetailsProps) {
  const name = useStore(lookedAt)
  const cell = name === undefined ? undefined : matrix.cells.get(name)
  return (
    <div id={id} className={classes['details']} style={matrixTokens}>
      {cell ? (
        <>
          <strong>{cell.label}</strong> <code className={classes['apiName']}>{cell.name}</code>{' '}
          {name !== undefined && ungrantable.has(name) && <strong>{ungrantable.get(name)} </strong>}
          {sayAll(matrix, cell.name).map((sentence) => (
            <span key={sentence}>{sentence} </span>
          ))}
        </>
      ) : (
        'Point at a box or move to it to read what it grants and its name in the API.'
      )}
    </div>
  )
}

function sayAll(matrix: PermissionMatrix, name: string): readonly string[] {
  const cell = matrix.cells.get(name)
  if (!cell?.permission) {
    return ['The catalogue of Patchbay does not know this permission. It stays granted unless you take it away.']
  }
  const { description, note, documented, legacy, migratesTo, restrictive } = cell.permission
  return [
    description,
    cell.risk && `Risk: ${cell.risk.reason}`,
    restrictive && 'Restricts: it takes ability away instead of giving it.',
    legacy &&
      `Legacy: Connect’s own page no longer offers it${migratesTo.length > 0 ? ` and turns it into ${migratesTo.map((one) => labelOf(matrix, one)).join(', ')}` : ''}.`,
    !documented && 'Undocumented: seen in real instances, absent from AWS’s list.',
    note && `${note.charAt(0).toUpperCase()}${note.slice(1)}.`,
  ].filter((sentence) => typeof sentence === 'string')
}
