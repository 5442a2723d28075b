import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import Link from '@cloudscape-design/components/link'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table, { type TableProps } from '@cloudscape-design/components/table'
import TextFilter from '@cloudscape-design/components/text-filter'
import type { SecurityProfileRow } from '@patchbay/contract'
import { useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Instant } from '../../shell/as-of.tsx'
import { paths } from '../../shell/paths.ts'
import { useFollow } from '../../shell/use-follow.ts'
import { GrantingNote } from './granting-note.tsx'
import { peopleHolding } from './people-holding.ts'
import { profileRows } from './profile-rows.ts'
import { sayTags } from './profile-values.ts'
import classes from './security-profile-table.module.css'
import { profileSortFields, type SecurityProfileListSearch } from './security-profiles-search.ts'

interface SecurityProfileTableProps {
  readonly instance: string
  /** Undefined while they are read: rows of the right height stand in. */
  readonly rows: readonly SecurityProfileRow[] | undefined
  readonly canCreate: boolean
  readonly onSearch: (search: SecurityProfileListSearch) => void
}

const SKELETON_ROWS = 10

export function SecurityProfileTable({ instance, rows, canCreate, onSearch }: SecurityProfileTableProps) {
  const search = useSearch({ from: '/$instance/security-profiles' })
  const follow = useFollow()
  const { text = '', sort = 'name', order = 'asc' } = search
  const shown = profileRows(rows ?? [], search)
  const columns = profileColumns(instance, follow)
  return (
    <Table
      data-page-rows
      variant="container"
      stickyHeader
      stickyColumns={{ first: 1 }}
      wrapLines
      enableKeyboardNavigation
      items={shown}
      loading={rows === undefined}
      loadingText="Reading the security profiles"
      skeleton={{ totalRows: rows === undefined ? SKELETON_ROWS : 0 }}
      trackBy="id"
      columnDefinitions={columns}
      sortingColumn={{ sortingField: sort }}
      sortingDescending={order === 'desc'}
      onSortingChange={({ detail }) => {
        const field = profileSortFields.find((one) => one === detail.sortingColumn.sortingField)
        onSearch({ ...search, sort: field, order: detail.isDescending === true ? 'desc' : undefined })
      }}
      ariaLabels={{ tableLabel: 'Security profiles' }}
      header={
        <Header variant="h2" counter={rows && sayCount(shown.length, rows.length)}>
          Profiles
        </Header>
      }
      filter={
        <SpaceBetween size="xs">
          <TextFilter
            data-page-search
            filteringText={text}
            filteringPlaceholder="Find by name, description, tag or id"
            filteringAriaLabel="Find security profiles"
            filteringClearAriaLabel="Clear"
            countText={shown.length === 1 ? '1 match' : `${shown.length} matches`}
            onChange={({ detail }) => onSearch({ ...search, text: detail.filteringText || undefined })}
          />
          {search.permission !== undefined && (
            <GrantingNote
              instance={instance}
              permission={search.permission}
              rows={rows ?? []}
              onShowAll={() => onSearch({ ...search, permission: undefined })}
            />
          )}
        </SpaceBetween>
      }
      empty={
        rows?.length === 0 && search.permission !== undefined ? (
          <Empty text="No security profile grants this permission.">
            <Button onClick={() => onSearch({ ...search, permission: undefined })}>Show all security profiles</Button>
          </Empty>
        ) : rows?.length === 0 ? (
          <Empty text="This instance has no security profiles.">
            {canCreate && (
              <Button href={paths.securityProfileCreate(instance)} onFollow={follow}>
                Create security profile
              </Button>
            )}
          </Empty>
        ) : (
          <Empty text="No security profile matches.">
            <Button onClick={() => onSearch({ ...search, text: undefined })}>Clear the filter</Button>
          </Empty>
        )
      }
    />
  )
}

type Column = TableProps.ColumnDefinition<SecurityProfileRow> & { id: string; minWidth: number }

function profileColumns(instance: string, follow: ReturnType<typeof useFollow>): Column[] {
  const link = (href: string, content: ReactNode) => (
    <Link href={href} onFollow={follow}>
      {content}
    </Link>
  )
  return [
    {
      id: 'name',
      header: 'Name',
      sortingField: 'name',
      isRowHeader: true,
      minWidth: 200,
      cell: (row) => (
        <>
          {link(paths.securityProfile(instance, row.id), <Breaking text={row.name} />)}
          {row.pending && (
            <Box color="text-status-info" fontSize="body-s" display="block">
              Waiting for confirmation
            </Box>
          )}
        </>
      ),
    },
    {
      id: 'description',
      header: 'Description',
      sortingField: 'description',
      minWidth: 220,
      cell: (row) => <Breaking text={row.description || '–'} />,
    },
    {
      id: 'people',
      header: 'People who hold it',
      sortingField: 'people',
      minWidth: 120,
      cell: (row) => link(peopleHolding(instance, row.id), row.people.toLocaleString('en')),
    },
    {
      id: 'tags',
      header: 'Tags',
      minWidth: 140,
      cell: (row) => <Breaking text={Object.keys(row.tags).length === 0 ? '–' : sayTags(row.tags)} />,
    },
    {
      id: 'lastModifiedAt',
      header: 'Last modified',
      sortingField: 'lastModifiedAt',
      minWidth: 190,
      cell: (row) => (row.lastModifiedAt === null ? '–' : <Instant instant={row.lastModifiedAt} />),
    },
  ]
}

function Breaking({ text }: { readonly text: string }) {
  return <span className={classes['breaks']}>{text}</span>
}

function sayCount(shown: number, all: number): string {
  return shown === all ? `(${all})` : `(${shown} of ${all})`
}

function Empty({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <Box textAlign="center" padding="l">
      <SpaceBetween size="s">
        <Box>{text}</Box>
        {children}
      </SpaceBetween>
    </Box>
  )
}
