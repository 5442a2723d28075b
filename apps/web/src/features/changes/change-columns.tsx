import Box from '@cloudscape-design/components/box'
import type { Change } from '@patchbay/contract'
import { Instant } from '../../shell/as-of.tsx'
import { ChangeStatusText } from '../../shell/change-status.tsx'
import { paths } from '../../shell/paths.ts'
import { CellLink, CellNote } from '../../tables/cell-parts.tsx'
import type { Column } from '../../tables/data-grid.tsx'
import { actionText, fieldsText, noteText } from './change-words.ts'
import { targetHref } from './target-href.ts'

/** The columns of the changes table. */
export function changeColumns(instance: string): Column<Change>[] {
  return [
    {
      id: 'at',
      label: 'When',
      width: 170,
      isRowHeader: true,
      cell: (change) => (
        <CellLink href={paths.change(instance, change.id)}>
          <Instant instant={change.at} />
        </CellLink>
      ),
    },
    { id: 'person', label: 'Who', width: 150, cell: whoCell },
    { id: 'action', label: 'What', width: 165, cell: (change) => actionText(change.action) },
    {
      id: 'target',
      label: 'Whom or what',
      width: 180,
      cell: (change) => targetCell(change, instance),
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
      <CellNote>{person.roles.join(', ')}</CellNote>
    </>
  )
}

function targetCell(change: Change, instance: string) {
  if (change.target === null) return '–'
  const name = <bdi>{change.target.name}</bdi>
  const href = targetHref(change, instance)
  return href === undefined ? name : <CellLink href={href}>{name}</CellLink>
}

function outcomeCell(change: Change) {
  const note = noteText(change)
  return (
    <>
      {change.status !== null && <ChangeStatusText status={change.status} outcome={change.outcome} />}
      {note !== undefined && (change.status !== 'pending' || change.outcome !== 'done') && (
        <CellNote>
          <span className="clamped">{note}</span>
        </CellNote>
      )}
      {change.status === null && note === undefined && '–'}
    </>
  )
}
