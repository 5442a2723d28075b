import Box from '@cloudscape-design/components/box'
import Header from '@cloudscape-design/components/header'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import Table, { type TableProps } from '@cloudscape-design/components/table'
import { rightLabels, type Role } from '@patchbay/contract'
import type { ReactNode } from 'react'
import { CeilingText } from './ceiling-text.tsx'
import { rightGroups } from './right-words.ts'

interface RoleTableProps {
  readonly roles: readonly Role[]
  /** Names of the claims that lead to roles and to their groups. */
  readonly claims: { readonly roles: string; readonly scope: string }
}

interface Row {
  readonly id: string
  readonly head: ReactNode
  readonly cell: (role: Role) => ReactNode
}

/** The roles side by side: what bounds each, then right by right. */
export function RoleTable({ roles, claims }: RoleTableProps) {
  const columns: TableProps.ColumnDefinition<Row>[] = [
    { id: 'head', header: 'What', isRowHeader: true, minWidth: 150, cell: ({ head }) => head },
    ...roles.map((role) => ({
      id: role.name,
      header: <bdi title={role.name}>{role.title}</bdi>,
      minWidth: 150,
      cell: ({ cell }: Row) => cell(role),
    })),
  ]
  return (
    <Table
      items={[...boundRows(claims), ...rightRows]}
      trackBy="id"
      columnDefinitions={columns}
      stickyColumns={{ first: 1 }}
      wrapLines
      enableKeyboardNavigation
      header={
        <Header variant="h2" counter={`(${roles.length})`}>
          Side by side
        </Header>
      }
      ariaLabels={{ tableLabel: 'Roles side by side' }}
    />
  )
}

function boundRows(claims: RoleTableProps['claims']): Row[] {
  return [
    {
      id: 'claims',
      head: (
        <>
          Given by the claim <Box variant="code">{claims.roles}</Box>
        </>
      ),
      cell: ({ claimValues }) => (claimValues.length === 0 ? 'By no value' : <Texts texts={claimValues} />),
    },
    { id: 'scope', head: 'Where', cell: ({ scope }) => <Scope scope={scope} claim={claims.scope} /> },
    { id: 'ceiling', head: 'May hand out', cell: ({ ceiling }) => <CeilingText ceiling={ceiling} /> },
    {
      id: 'administrator',
      head: 'Changes privileged people and profiles',
      cell: ({ administrator }) => <YesNo is={administrator} />,
    },
    { id: 'reason', head: 'Has to say why', cell: ({ reasonRequired }) => <YesNo is={reasonRequired} /> },
  ]
}

const rightRows: readonly Row[] = rightGroups.flatMap((group) =>
  group.rights.map((right) => ({
    id: right,
    head: <span title={right}>May {rightLabels[right]}</span>,
    cell: (role: Role) => <YesNo is={role.rights.includes(right)} />,
  })),
)

function Scope({ scope, claim }: { readonly scope: Role['scope']; readonly claim: string }) {
  if (scope === 'all') return 'Everywhere'
  if (scope !== 'claim') return <Texts texts={scope} />
  return (
    <>
      In the hierarchy groups that the claim <Box variant="code">{claim}</Box> names
    </>
  )
}

function Texts({ texts }: { readonly texts: readonly string[] }) {
  return texts.map((text) => (
    <div key={text}>
      <bdi>{text}</bdi>
    </div>
  ))
}

function YesNo({ is }: { readonly is: boolean }) {
  return <StatusIndicator type={is ? 'success' : 'stopped'}>{is ? 'Yes' : 'No'}</StatusIndicator>
}
