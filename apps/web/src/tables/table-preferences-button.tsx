import CollectionPreferences from '@cloudscape-design/components/collection-preferences'
import type { TablePreferences } from './table-preferences.ts'

interface TablePreferencesButtonProps {
  readonly preferences: TablePreferences
  readonly onChange: (next: TablePreferences) => void
  readonly columns: readonly { readonly id: string; readonly label: string; readonly alwaysVisible?: boolean }[]
  /** Left out: the table has no pages. */
  readonly pageSizes?: readonly number[]
  /** What a row is, as in `people`. */
  readonly noun: string
}

export function TablePreferencesButton(props: TablePreferencesButtonProps) {
  const { preferences, onChange } = props
  return (
    <CollectionPreferences
      title="How the table looks"
      confirmLabel="Apply"
      cancelLabel="Cancel"
      preferences={preferences}
      onConfirm={({ detail }) =>
        onChange({
          pageSize: detail.pageSize ?? preferences.pageSize,
          contentDensity: detail.contentDensity ?? preferences.contentDensity,
          wrapLines: detail.wrapLines ?? preferences.wrapLines,
          contentDisplay:
            detail.contentDisplay?.map(({ id, visible }) => ({ id, visible })) ?? preferences.contentDisplay,
        })
      }
      {...(props.pageSizes !== undefined && {
        pageSizePreference: {
          title: 'Page size',
          options: props.pageSizes.map((value) => ({ value, label: `${value} ${props.noun}` })),
        },
      })}
      wrapLinesPreference={{ label: 'Wrap lines', description: 'Show long text whole, on several lines' }}
      contentDensityPreference={{ label: 'Compact', description: 'Show more rows in the same space' }}
      contentDisplayPreference={{ title: 'Columns', options: [...props.columns] }}
    />
  )
}
