import Box from '@cloudscape-design/components/box'
import Link from '@cloudscape-design/components/link'
import type { Reference, UserRow, UserSortField } from '@patchbay/contract'
import { paths } from '../../shell/paths.ts'
import type { Column } from '../../tables/server-table.tsx'
import { formatAfterContactWork } from './after-contact-work.ts'
import { PathNames } from './path-names.tsx'
import { fullName, gone, groupPath, shortName } from './user-words.ts'

type UserColumn = Column<UserRow> & { readonly sort?: UserSortField }

/** The columns of the people table. `onFollow` keeps a plain click in the app. */
export function userColumns(instance: string, onFollow: Parameters<typeof Link>[0]['onFollow']): UserColumn[] {
  return [
    {
      id: 'name',
      label: 'Name',
      sort: 'lastName',
      width: 140,
      isRowHeader: true,
      cell: (row) => (
        <span>
          <Link href={paths.person(instance, row.id)} {...(onFollow && { onFollow })}>
            <bdi title={fullName(row)}>{shortName(row)}</bdi>
          </Link>
          <Mark of={row} />
        </span>
      ),
    },
    {
      id: 'username',
      label: 'User name',
      sort: 'username',
      width: 157,
      cell: (row) => <span className="clamped">{row.username}</span>,
    },
    {
      id: 'securityProfiles',
      label: 'Security profiles',
      width: 162,
      cell: (row) => <Names references={row.securityProfiles} />,
    },
    {
      id: 'routingProfile',
      label: 'Routing profile',
      sort: 'routingProfile',
      width: 114,
      cell: (row) => (row.routingProfile === null ? '–' : <bdi>{row.routingProfile.name ?? gone}</bdi>),
    },
    { id: 'hierarchyGroup', label: 'Hierarchy group', sort: 'hierarchyGroup', width: 170, cell: groupCell },
    { id: 'phoneType', label: 'Phone', sort: 'phoneType', width: 128, cell: phoneCell },
    {
      id: 'autoAccept',
      label: 'Auto-accept',
      sort: 'autoAccept',
      width: 112,
      cell: (row) => (row.phone.autoAccept ? 'On' : 'Off'),
    },
    {
      id: 'afterContactWorkSeconds',
      label: 'After-contact work',
      sort: 'afterContactWorkSeconds',
      width: 105,
      cell: (row) => formatAfterContactWork(row.phone.afterContactWorkSeconds),
    },
    { id: 'changed', label: 'State', sort: 'changed', width: 200, cell: stateCell },
    { id: 'tags', label: 'Tags', width: 200, cell: tagsCell },
    { id: 'id', label: 'Id', width: 330, cell: (row) => <Box variant="code">{row.id}</Box> },
  ]
}

/** Hidden before anyone chose otherwise: on `width` pixels of window the table does not have to be moved sideways. */
export function hiddenAtFirst(width: number): readonly string[] {
  const extras = ['changed', 'tags', 'id']
  if (width >= 1400) return extras
  const onLaptops = [...extras, 'autoAccept', 'afterContactWorkSeconds']
  return width >= 1200 ? onLaptops : [...onLaptops, 'hierarchyGroup']
}

function Names({ references }: { readonly references: readonly Reference[] }) {
  const names = references.map((one) => one.name ?? gone)
  return (
    <span className="clamped" title={names.join('\n')}>
      {names.map((name, index) => (
        <span key={references[index]?.id}>
          {index > 0 && ', '}
          <bdi>{name}</bdi>
        </span>
      ))}
    </span>
  )
}

// Many groups share a name ("Team 1"): what is above tells them apart.
function groupCell({ hierarchyGroup: group }: UserRow) {
  if (group === null) return '–'
  const above = group.path.slice(0, -1)
  return (
    <span title={groupPath(group)}>
      <bdi>{group.name ?? gone}</bdi>
      {above.length > 0 && (
        <Box color="text-body-secondary" fontSize="body-s" display="block">
          <span className="one-line">
            <PathNames names={above} />
          </span>
        </Box>
      )}
    </span>
  )
}

function phoneCell({ phone }: UserRow) {
  if (phone.phoneType === 'SOFT_PHONE') return 'Soft phone'
  return (
    <span>
      Desk phone
      <Box color="text-body-secondary" fontSize="body-s" display="block">
        {phone.deskPhoneNumber ?? 'without a number'}
      </Box>
    </span>
  )
}

/** What is not settled about a row, in words that need no colour. */
function markOf({ pending, changedAt }: UserRow): string | undefined {
  if (pending) return 'Waiting for confirmation'
  return changedAt === null ? undefined : 'Changed elsewhere'
}

function Mark({ of: row }: { readonly of: UserRow }) {
  const mark = markOf(row)
  if (mark === undefined) return null
  return (
    <Box color={row.pending ? 'text-status-info' : 'text-status-warning'} fontSize="body-s" display="block">
      {mark}
    </Box>
  )
}

function stateCell(row: UserRow) {
  const found = row.changedAt === null || row.pending ? '' : `, found ${new Date(row.changedAt).toLocaleString('en')}`
  return `${markOf(row) ?? '–'}${found}`
}

function tagsCell({ tags }: UserRow) {
  const text = Object.entries(tags).map(([key, value]) => `${key} = ${value}`)
  return text.length === 0 ? '–' : <span title={text.join('\n')}>{text.join(', ')}</span>
}
