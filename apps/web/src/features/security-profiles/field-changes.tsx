import { ChangeList } from '../../forms/change-list.tsx'
import type { Change } from '../../forms/changes.ts'
import { diffPermissions, sayDiff } from './permission-diff.ts'
import { useSelected, type SelectionStore } from './selection-store.ts'

interface FieldChangesProps {
  readonly changes: readonly Change[]
  /** How many permissions changed. */
  readonly moved: number
  readonly store: SelectionStore
}

/** Before → after beside the button; of the permissions the numbers only, their names stand beside the matrix. */
export function FieldChanges({ changes, moved, store }: FieldChangesProps) {
  const said = useSelected(
    store,
    ({ base, held }) => `${base.size}\n${held.size}\n${sayDiff(diffPermissions(base, held))}`,
  )
  const [before, after, diff] = said.split('\n')
  const all =
    moved === 0
      ? changes
      : [...changes, { field: 'permissions', label: 'Permissions', before, after: `${after}. ${diff}` }]
  return all.length > 0 && <ChangeList changes={all} />
}
