import type { DependencyRules } from './permission-hints.ts'
import type { PermissionMatrix } from './permission-matrix.ts'
import type { Ungrantable } from './permission-selection.ts'
import type { SelectionStore } from './selection-store.ts'

/** What every part of one matrix shares. The object stays the same while the matrix lives, so that rows need not render again. */
export interface MatrixContext {
  readonly matrix: PermissionMatrix
  readonly rules: DependencyRules
  readonly store: SelectionStore
  readonly isReadOnly: boolean
  /** Why who edits may not grant a permission, by its name. */
  readonly ungrantable: Ungrantable
  /** Id of the element that describes the permission under focus. */
  readonly detailsId: string
}
