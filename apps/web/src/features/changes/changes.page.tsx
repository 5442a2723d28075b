import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import type { Change } from '@patchbay/contract'
import { useMemo } from 'react'
import { toApiError } from '../../api/api-error.ts'
import { useInstance, useRight } from '../../api/session.ts'
import { LoadError } from '../../shell/load-states.tsx'
import { Page } from '../../shell/page.tsx'
import { ServerTable } from '../../tables/server-table.tsx'
import { useTablePreferences } from '../../tables/table-preferences.ts'
import { changeColumns, hiddenAtFirst } from './change-columns.tsx'
import { ChangesFilter } from './changes-filter.tsx'
import { useChangesState } from './changes-state.ts'
import { searchChanges, toFilter } from './changes.queries.ts'
import { ExportChanges } from './export-changes.tsx'

const rowId = ({ id }: Change) => id
const pageSizes = [25, 50, 100]
const defaultPreferences = {
  pageSize: 50,
  contentDensity: 'comfortable' as const,
  wrapLines: true,
  contentDisplay: changeColumns('').map(({ id }) => ({ id, visible: !hiddenAtFirst.includes(id) })),
}

export function ChangesPage() {
  const { alias } = useInstance()
  const mayExport = useRight('changes.export')
  const [preferences, setPreferences] = useTablePreferences('changes', defaultPreferences)
  const { query, change, filter, isFiltered } = useChangesState(preferences.pageSize)
  const list = useQuery(searchChanges(alias, query))
  const columns = useMemo(() => changeColumns(alias), [alias])
  const { page: _page, pageSize: _pageSize, ...filters } = query
  const trail = list.data?.trail ?? null
  const failing = trail?.mirror?.failing ?? null
  const total = list.data?.total ?? 0
  const problem = list.error === null ? undefined : toApiError(list.error)
  const retry = () => void list.refetch()

  return (
    <Page
      title="Changes"
      description="Who changed what, newest first. Every change is written down before it is sent to Amazon Connect."
      asOf={list.data?.asOf}
      isRefreshing={list.isFetching}
      onRefresh={retry}
      actions={
        mayExport && (
          <ExportChanges filter={toFilter(alias, filters)} total={list.data?.total} seesAll={trail !== null} />
        )
      }
    >
      <SpaceBetween size="l">
        {failing !== null && (
          <Alert type="warning" header="The head of the audit trail cannot be kept in its second place">
            {failing}
          </Alert>
        )}
        {problem !== undefined && (
          <LoadError
            error={problem}
            what="the changes"
            isRetrying={list.isFetching}
            onRetry={retry}
            isOld={list.data !== undefined}
          />
        )}
        <ServerTable
          label="Changes"
          columns={columns}
          rowId={rowId}
          rows={problem !== undefined && list.data === undefined ? [] : list.data?.items}
          total={total}
          page={query.page}
          pageSize={query.pageSize}
          pageSizes={pageSizes}
          onPage={(page) => change({ page })}
          preferences={{ ...preferences, pageSize: query.pageSize }}
          onPreferences={(next) => {
            setPreferences(next)
            if (next.pageSize !== query.pageSize) change({ pageSize: next.pageSize })
          }}
          header={
            <Header variant="h2">
              {countText(list.data?.total, isFiltered ? 'match' : query.kind, problem !== undefined)}
            </Header>
          }
          filter={<ChangesFilter query={query} onKind={(kind) => change({ kind })} onFilter={filter} />}
          empty={
            problem === undefined ? (
              <Empty
                total={total}
                isFiltered={isFiltered}
                kind={query.kind}
                onClear={() => filter({})}
                onFirstPage={() => change({ page: 1 })}
              />
            ) : (
              'Nothing could be read.'
            )
          }
        />
      </SpaceBetween>
    </Page>
  )
}

function countText(total: number | undefined, noun: Change['kind'] | 'match', hasFailed: boolean): string {
  if (total === undefined) return hasFailed ? 'Changes' : 'Loading changes'
  const ending = noun === 'match' ? 'es' : 's'
  return `${total.toLocaleString('en')} ${noun}${total === 1 ? '' : ending}`
}

interface EmptyProps {
  readonly total: number
  readonly isFiltered: boolean
  readonly kind: Change['kind']
  readonly onClear: () => void
  readonly onFirstPage: () => void
}

function Empty({ total, isFiltered, kind, onClear, onFirstPage }: EmptyProps) {
  const [title, text, button] =
    total > 0
      ? [
          'There is no such page',
          'The list is shorter than this page.',
          { text: 'Go to the first page', do: onFirstPage },
        ]
      : isFiltered
        ? ['Nothing matches', 'Nothing that was written down fits all filters.', { text: 'Clear filters', do: onClear }]
        : kind === 'change'
          ? [
              'No changes yet',
              'What somebody changes in Patchbay stands here from then on. What others change in Amazon Connect’s own site does not.',
            ]
          : ['Nothing yet', 'Nothing of this kind was written down.']
  return (
    <Box textAlign="center" padding={{ vertical: 'm' }}>
      <SpaceBetween size="xs">
        <Box variant="strong">{title}</Box>
        <Box color="text-body-secondary">{text}</Box>
        {button !== undefined && <Button onClick={button.do}>{button.text}</Button>}
      </SpaceBetween>
    </Box>
  )
}
