import { useMemo, useRef, type SyntheticEvent } from 'react'
import type { Store } from '../../api/store.ts'
import { GroupRows } from './permission-group-rows.tsx'
import { commonColumns, type MatrixGroup } from './permission-matrix.ts'
import type { MatrixContext } from './matrix-context.ts'
import { matrixTokens } from './matrix-tokens.ts'
import { useGridFocus } from '../../tables/use-grid-focus.ts'
import classes from './permission-matrix.module.css'

interface PermissionGridProps {
  readonly groups: readonly MatrixGroup[]
  readonly isOpen: (id: string) => boolean
  readonly isFiltered: boolean
  readonly onToggleOpen: (id: string) => void
  readonly context: MatrixContext
  /** The permission under the pointer or the focus. */
  readonly lookedAt: Store<string | undefined>
}

export function PermissionGrid({ groups, isOpen, isFiltered, onToggleOpen, context, lookedAt }: PermissionGridProps) {
  const grid = useRef<HTMLTableElement>(null)
  const focus = useGridFocus(grid)
  const look = useMemo(
    () => (event: SyntheticEvent) => {
      const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-permission]') : null
      if (cell) lookedAt.set(cell.dataset['permission'])
    },
    [lookedAt],
  )

  return (
    <table
      ref={grid}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- WAI-ARIA's own grid examples are tables
      role="grid"
      aria-label="Permissions"
      className={classes['grid']}
      style={matrixTokens}
      onMouseOver={look}
      onFocus={(event) => {
        focus.onFocus(event)
        look(event)
      }}
      onKeyDown={focus.onKeyDown}
      onPointerDown={focus.onPointerDown}
    >
      <colgroup>
        <col className={classes['resourceColumn']} />
        {commonColumns.map((column) => (
          <col key={column} className={classes['commonColumn']} />
        ))}
        <col />
      </colgroup>
      <thead className={classes['head']}>
        <tr>
          <th scope="col">Resource</th>
          {commonColumns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
          <th scope="col">Other actions</th>
        </tr>
      </thead>
      {groups.map((group) => (
        <GroupRows
          key={group.id}
          group={group}
          isOpen={isOpen(group.id)}
          isFiltered={isFiltered}
          onToggleOpen={onToggleOpen}
          context={context}
        />
      ))}
    </table>
  )
}
