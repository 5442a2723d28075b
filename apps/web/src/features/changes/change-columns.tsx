import Box from '@cloudscape-design/components/box'
import Link from '@cloudscape-design/components/link'
import type { Change } from '@patchbay/contract'
import { Instant } from '../../shell/as-of.tsx'
import { ChangeStatusText } from '../../shell/change-status.tsx'
import { paths } from '../../shell/paths.ts'
import type { Column } from '../../tables/server-table.tsx'
import { actionText, fieldsText, noteText } from './change-words.ts'
import { TargetLink, type OnFollow } from './target-link.tsx'

/** The columns of the changes table. `onFollow` keeps a plain click in the app. */
export function changeColumns(instance: string, onFollow: OnFollow): Column<Change>[] {
  return [
    {
      id: 'at',
      label: 'When',
      width: 170,
      isRowHeader: true,
      cell: (change) => (
        <Link href={paths.change(instance, change.id)} onFollow={onFollow}>
          <Instant instant={change.at} />
        </Link>
      ),
    },
    { id: 'person', label: 'Who', width: 150, cell: whoCell },
    { id: 'action', label: 'What', width: 165, cell: (change) => actionText(change.action) },
    {
      id: 'target',
      label: 'Whom or what',
      width: 180,
      cell: (change) => <TargetLink change={change} instance={instance} onFollow={onFollow} />,
    },
    {
      id: 'fields',
      label: 'Fields',
      width: 150,
      cell: ({ fields }) => (
        <span className="clamped" title={[...new Set(fields.map(({ field }) => field))].join(', ')}>
          {fieldsText(fields) || '–'}
        </span>
      ),
    },
    {
      id: 'reason',
      label: 'Reason',
      width: 115,
      cell: ({ reason }) => (reason === null ? '–' : <bdi className="clamped">{reason}</bdi>),
    },
    { id: 'outcome', label: 'Outcome', width: 170, cell: outcomeCell },
    { id: 'operation', label: 'Operation', width: 200, cell: ({ operation }) => operation ?? '–' },
    { id: 'id', label: 'Id', width: 330, cell: ({ id }) => <Box variant="code">{id}</Box> },
  ]
}

/** Shown before anyone chose otherwise. */
export const hiddenAtFirst: readonly string[] = ['operation', 'id']

function whoCell({ person }: Change) {
  if (person === null) return 'Nobody signed in'
  return (
    <>
      <bdi>{person.name}</bdi>
      <Box color="text-body-secondary" fontSize="body-s">
        {person.roles.join(', ')}
      </Box>
    </>
  )
}

function outcomeCell(change: Change) {
  const note = noteText(change)
  return (
    <>
      {change.status !== null && <ChangeStatusText status={change.status} outcome={change.outcome} />}
      {note !== undefined && (change.status !== 'pending' || change.outcome !== 'done') && (
        <Box color="text-body-secondary" fontSize="body-s">
          <span className="clamped">{note}</span>
        </Box>
      )}
      {change.status === null && note === undefined && '–'}
    </>
  )
}
