import Box from '@cloudscape-design/components/box'
import { labelOf, type PermissionMatrix } from './permission-matrix.ts'

interface PermissionNamesProps {
  readonly title: string
  readonly names: readonly string[]
  readonly matrix: PermissionMatrix
  /** Why a permission is risky, under its name. */
  readonly showRisks?: boolean
}

export function PermissionNames({ title, names, matrix, showRisks = false }: PermissionNamesProps) {
  return (
    <div>
      <Box fontWeight="bold">
        {title} {names.length.toLocaleString('en')}
      </Box>
      <ul>
        {names.map((name) => (
          <li key={name}>
            {labelOf(matrix, name)}
            {showRisks && matrix.cells.get(name)?.risk && (
              <Box color="text-status-warning" fontSize="body-s">
                ▲ {matrix.cells.get(name)?.risk?.reason}
              </Box>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
