import Box from '@cloudscape-design/components/box'
import Header from '@cloudscape-design/components/header'
import Table, { type TableProps } from '@cloudscape-design/components/table'
import { partText, settingOf, type Change, type FieldChange, type FieldValue } from '@patchbay/contract'
import { PermissionName } from '../../shell/permission-name.tsx'
import { listDifference, nameOf, valueText } from './change-words.ts'

interface BeforeAndAfterProps {
  readonly title: string
  readonly fields: readonly FieldChange[]
  readonly names: Change['names']
  /** Of a refusal, which has no values. */
  readonly isNamesOnly?: boolean
  readonly description?: string
}

/** Each field that a change touched. Of a list, what came and what went. */
export function BeforeAndAfter({ title, fields, names, isNamesOnly = false, description }: BeforeAndAfterProps) {
  const columns = columnsOf(names)
  return (
    <Table
      items={[...fields]}
      trackBy={(field) => JSON.stringify([field.field, field.key])}
      header={
        <Header variant="h2" description={description}>
          {title}
        </Header>
      }
      columnDefinitions={isNamesOnly ? columns.slice(0, 1) : columns}
      wrapLines
      enableKeyboardNavigation
      ariaLabels={{ tableLabel: title }}
    />
  )
}

function columnsOf(names: Change['names']): TableProps.ColumnDefinition<FieldChange>[] {
  const before = (field: FieldChange) => sideOf(field, field.before, field.after, names, '−')
  const after = (field: FieldChange) => <b>{sideOf(field, field.after, field.before, names, '+')}</b>
  return [
    { id: 'field', header: 'Field', isRowHeader: true, width: 160, cell: (field) => fieldCell(field, names) },
    { id: 'before', header: 'Before', minWidth: 150, cell: before },
    { id: 'after', header: 'After', minWidth: 150, cell: after },
  ]
}

/** The API's own name, which filters and exports use, is there on hover. */
function fieldCell(change: FieldChange, names: Change['names']) {
  const { field, key } = change
  return <span title={key === null ? field : `${field} ${key}`}>{partText(change, names)}</span>
}

/** A value beside what it was or became. */
function sideOf(change: FieldChange, value: FieldValue, other: FieldValue, names: Change['names'], sign: '+' | '−') {
  if (!Array.isArray(value) && !Array.isArray(other)) {
    const text = valueText(settingOf(change), value, names)
    return <bdi title={value === null || text === value ? undefined : String(value)}>{text}</bdi>
  }
  const here = Array.isArray(value) ? value : []
  const { removed, kept } = listDifference(here, Array.isArray(other) ? other : [])
  const only = removed.toSorted((a, b) => nameOf(a, names).localeCompare(nameOf(b, names), 'en'))
  return (
    <>
      {only.map((one) => (
        <div key={one}>
          <span aria-hidden="true">{sign} </span>
          {change.field === 'permissions' ? <PermissionName name={one} /> : <bdi title={one}>{nameOf(one, names)}</bdi>}
        </div>
      ))}
      {kept > 0 && (
        <Box color="text-body-secondary" fontSize="body-s">
          {only.length > 0 ? 'and ' : ''}
          {kept.toLocaleString('en')} that stayed
        </Box>
      )}
      {here.length === 0 && 'None'}
    </>
  )
}
