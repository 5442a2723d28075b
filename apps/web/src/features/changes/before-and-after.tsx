import Box from '@cloudscape-design/components/box'
import Header from '@cloudscape-design/components/header'
import Table, { type TableProps } from '@cloudscape-design/components/table'
import type { Change, FieldChange, FieldValue } from '@patchbay/contract'
import { listDifference, nameOf, partText, valueText } from './change-words.ts'

/** Each field that the change touched. Of a list, what came and what went. */
export function BeforeAndAfter({ change }: { readonly change: Pick<Change, 'fields' | 'names' | 'kind'> }) {
  const { fields, names } = change
  const isRefusal = change.kind === 'refusal'
  const columns = columnsOf(names)
  return (
    <Table
      items={[...fields]}
      trackBy={(field) => JSON.stringify([field.field, field.key])}
      header={<Header variant="h2">{isRefusal ? 'Refused fields' : 'Before and after'}</Header>}
      columnDefinitions={isRefusal ? columns.slice(0, 1) : columns}
      wrapLines
      enableKeyboardNavigation
      ariaLabels={{ tableLabel: isRefusal ? 'Refused fields' : 'Before and after' }}
    />
  )
}

function columnsOf(names: Change['names']): TableProps.ColumnDefinition<FieldChange>[] {
  const before = (field: FieldChange) => sideOf(field, field.before, field.after, names, '−')
  const after = (field: FieldChange) => <b>{sideOf(field, field.after, field.before, names, '+')}</b>
  return [
    { id: 'field', header: 'Field', isRowHeader: true, width: 160, cell: partText },
    { id: 'before', header: 'Before', minWidth: 150, cell: before },
    { id: 'after', header: 'After', minWidth: 150, cell: after },
  ]
}

/** A value beside what it was or became. */
function sideOf(
  { field, key }: FieldChange,
  value: FieldValue,
  other: FieldValue,
  names: Change['names'],
  sign: '+' | '−',
) {
  const setting = field === 'channels' ? (key?.split('.')[1] ?? field) : field
  if (!Array.isArray(value) && !Array.isArray(other)) return <bdi>{valueText(setting, value, names)}</bdi>
  const here = Array.isArray(value) ? value : []
  const { removed, kept } = listDifference(here, Array.isArray(other) ? other : [])
  const only = removed.map((one) => nameOf(one, names)).toSorted((a, b) => a.localeCompare(b, 'en'))
  return (
    <>
      {only.map((name) => (
        <div key={name}>
          <span aria-hidden="true">{sign} </span>
          <bdi>{name}</bdi>
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
