import Box from '@cloudscape-design/components/box'
import { userQuery, type UserRow, type UserSortField } from '@patchbay/contract'
import { paths } from '../../shell/paths.ts'
import { CellLink, CellNote, clampedText, namesInRow } from '../../tables/cell-parts.tsx'
import type { Column } from '../../tables/data-grid.tsx'
import type { TablePreferences } from '../../tables/table-preferences.ts'
import { formatAfterContactWork } from './after-contact-work.ts'
import { fullName, gone, shortName } from './user-words.ts'

type UserColumn = Column<UserRow> & { readonly sort?: UserSortField }

/** The columns of the people table. */
export function userColumns(instance: string): UserColumn[] {
  return [
    {
      id: 'name',
      label: 'Name',
      sort: 'lastName',
      width: 160,
      isRowHeader: true,
      cell: (row) => nameCell(row, paths.person(instance, row.id)),
    },
    {
      id: 'username',
      label: 'User name',
      sort: 'username',
      width: 150,
      cell: (row) => clampedText(row.username),
    },
    {
      id: 'securityProfiles',
      label: 'Security profiles',
      width: 159,
      cell: profilesCell,
    },
    {
      id: 'routingProfile',
      label: 'Routing profile',
      sort: 'routingProfile',
      width: 110,
      cell: ({ routingProfile }) => (routingProfile === null ? '–' : namesInRow([routingProfile.name ?? gone], '')),
    },
    { id: 'hierarchyGroup', label: 'Hierarchy group', sort: 'hierarchyGroup', width: 150, cell: groupCell },
    { id: 'phoneType', label: 'Phone', sort: 'phoneType', width: 122, isFixed: true, cell: phoneCell },
    {
      id: 'autoAccept',
      label: 'Auto-accept',
      sort: 'autoAccept',
      width: 102,
      isFixed: true,
      cell: (row) => (row.phone.autoAccept ? 'On' : 'Off'),
    },
    {
      id: 'afterContactWorkSeconds',
      label: 'After-contact work',
      sort: 'afterContactWorkSeconds',
      width: 104,
      isFixed: true,
      cell: (row) => formatAfterContactWork(row.phone.afterContactWorkSeconds),
    },
    { id: 'changed', label: 'State', sort: 'changed', width: 200, cell: stateCell },
    { id: 'tags', label: 'Tags', width: 200, cell: tagsCell },
    { id: 'id', label: 'Id', width: 330, cell: (row) => <Box variant="code">{row.id}</Box> },
  ]
}

/** Under which what somebody chose for the people table is kept. */
export const tableKey = 'people'

/** As the people table looks before anyone chose otherwise. */
export function defaultPreferences(): TablePreferences {
  const hidden = hiddenAtFirst(window.innerWidth)
  return {
    pageSize: userQuery.parse({}).pageSize,
    contentDensity: 'comfortable',
    wrapLines: true,
    contentDisplay: userColumns('').map(({ id }) => ({ id, visible: !hidden.includes(id) })),
  }
}

/** On `width` pixels of window the table does not have to be moved sideways. */
function hiddenAtFirst(width: number): readonly string[] {
  const extras = ['changed', 'tags', 'id']
  if (width >= 1400) return extras
  const onLaptops = [...extras, 'autoAccept', 'afterContactWorkSeconds']
  return width >= 1200 ? onLaptops : [...onLaptops, 'hierarchyGroup']
}

function nameCell(row: UserRow, href: string) {
  const name = shortName(row)
  const whole = fullName(row)
  const mark = markOf(row)
  return (
    <>
      <CellLink href={href} title={whole === name ? undefined : whole}>
        {namesInRow([name], '')}
      </CellLink>
      {mark !== undefined && <CellNote tone={row.pending ? 'info' : 'warning'}>{mark}</CellNote>}
    </>
  )
}

function profilesCell({ securityProfiles }: UserRow) {
  const names = securityProfiles.map((one) => one.name ?? gone)
  return clampedText(names.join('\n'), namesInRow(names, ', '))
}

// Many groups share a name ("Team 1"): what is above tells them apart, and most of all what is next to them.
function groupCell({ hierarchyGroup: group }: UserRow) {
  if (group === null) return '–'
  const names = group.path.map((one) => one.name ?? gone)
  const name = namesInRow([group.name ?? gone], '')
  const above = names.slice(0, -1)
  if (above.length === 0) return name
  return (
    <span title={names.join(' / ')}>
      {name}
      <CellNote isCutAtStart>{namesInRow(above, ' / ')}</CellNote>
    </span>
  )
}

function phoneCell({ phone }: UserRow) {
  if (phone.phoneType === 'SOFT_PHONE') return 'Soft phone'
  return (
    <>
      Desk phone
      <CellNote>{phone.deskPhoneNumber ?? 'without a number'}</CellNote>
    </>
  )
}

/** What is not settled about a row, in words that need no colour. */
function markOf({ pending, changedAt }: UserRow): string | undefined {
  if (pending) return 'Waiting for confirmation'
  return changedAt === null ? undefined : 'Changed elsewhere'
}

function stateCell(row: UserRow) {
  const found = row.changedAt === null || row.pending ? '' : `, found ${new Date(row.changedAt).toLocaleString('en')}`
  return `${markOf(row) ?? '–'}${found}`
}

function tagsCell({ tags }: UserRow) {
  const text = Object.entries(tags).map(([key, value]) => `${key} = ${value}`)
  return text.length === 0 ? '–' : <span title={text.join('\n')}>{text.join(', ')}</span>
}
