import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import Table, { type TableProps } from '@cloudscape-design/components/table'
import { rightLabels, type OwnRights } from '@patchbay/contract'
import { isAboutPeople, meaningOf, placeText, rightGroups } from './right-words.ts'

type OwnRight = OwnRights['rights'][number]

const columns: TableProps.ColumnDefinition<OwnRight>[] = [
  {
    id: 'right',
    header: 'You may',
    isRowHeader: true,
    minWidth: 170,
    // The same in every group, so that the answers stand below each other.
    width: '50%',
    cell: ({ right }) => <span title={right}>{rightLabels[right]}</span>,
  },
  {
    id: 'allowed',
    header: 'Allowed',
    width: 110,
    cell: ({ allowed }) => (
      <StatusIndicator type={allowed ? 'success' : 'stopped'}>{allowed ? 'Yes' : 'No'}</StatusIndicator>
    ),
  },
  { id: 'meaning', header: 'What that means', minWidth: 170, cell: (one) => <Meaning of={one} /> },
]

/** Every right there is, so that what one may not do can be found as well. */
export function OwnRightsTable({ rights }: { readonly rights: OwnRights['rights'] }) {
  const known = new Map(rights.map((one) => [one.right, one]))
  return (
    <SpaceBetween size="l">
      {rightGroups.map((group) => {
        const items = group.rights.flatMap((right) => known.get(right) ?? [])
        const allowed = items.filter((one) => one.allowed).length
        return (
          <Table
            key={group.title}
            items={items}
            trackBy="right"
            columnDefinitions={columns}
            wrapLines
            header={
              <Header variant="h2" counter={`(${sayAllowed(allowed, items.length)})`}>
                {group.title}
              </Header>
            }
            ariaLabels={{ tableLabel: group.title }}
          />
        )
      })}
    </SpaceBetween>
  )
}

/** A bare number after "People" would be one of people. */
function sayAllowed(allowed: number, all: number): string {
  if (allowed === all) return 'all allowed'
  return allowed === 0 ? 'none allowed' : `${allowed} of ${all} allowed`
}

function Meaning({ of: one }: { readonly of: OwnRight }) {
  const { right, allowed, scope } = one
  const groups = allowed && isAboutPeople(right) && scope !== 'all' ? scope : []
  return (
    <>
      {meaningOf(one)}
      {groups.map((group, at) => (
        <span key={group.id}>
          {at === 0 ? ' ' : ', '}
          <bdi>{placeText(group)}</bdi>
        </span>
      ))}
      {groups.length > 0 && ' and below'}
    </>
  )
}
