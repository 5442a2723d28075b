import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { USER_PAGE_SIZES, type UserRow } from '@patchbay/contract'
import { useRouter } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { toApiError } from '../../api/api-error.ts'
import { refetchFresh } from '../../api/fresh.ts'
import { useDownReason } from '../../api/connection.ts'
import { useInstance, useRight } from '../../api/session.ts'
import { paths } from '../../shell/paths.ts'
import { ConnectWait } from '../../shell/connect-wait.tsx'
import { useListAge } from '../../shell/list-age.ts'
import { LoadError } from '../../shell/load-states.tsx'
import { Page } from '../../shell/page.tsx'
import { useFollow } from '../../shell/use-follow.ts'
import { ServerTable } from '../../tables/server-table.tsx'
import { useTablePreferences, type TablePreferences } from '../../tables/table-preferences.ts'
import { defaultPreferences, tableKey, userColumns } from './user-columns.tsx'
import { namedFilterFault } from './user-filter.ts'
import { UserFilters } from './user-filters.tsx'
import { UserListHeader } from './user-list-header.tsx'
import { useUserListState } from './user-list-state.ts'
import { useUserCount } from './use-user-count.ts'
import { listUsers } from './users.queries.ts'

const rowId = (row: UserRow) => row.id

/** After the rows: what comes with them is done. */
const QUIET_MS = 500

export function UserListPage() {
  const { alias } = useInstance()
  const mayCreate = useRight('users.create')
  const [preferences, setPreferences] = useTablePreferences(tableKey, useState(defaultPreferences)[0])
  const state = useUserListState(alias, preferences.pageSize)
  const { query, change } = state
  const options = listUsers(alias, query)
  const list = useQuery(options)
  const { count, counting } = useUserCount(alias, query, list)
  const columns = useMemo(() => userColumns(alias), [alias])

  const isFiltered = (query.search ?? '') !== '' || (query.filter ?? []).length > 0
  const onPage = useCallback((page: number) => change({ page }), [change])
  const onSort = useCallback(
    (sort: string, isDescending: boolean) => {
      const column = columns.find((one) => one.sort === sort)
      if (column?.sort !== undefined) change({ sort: column.sort, order: isDescending ? 'desc' : 'asc' })
    },
    [columns, change],
  )
  const { pageSize } = query
  const shownPreferences = useMemo(() => ({ ...preferences, pageSize }), [preferences, pageSize])
  const onPreferences = useCallback(
    (next: TablePreferences) => {
      setPreferences(next)
      if (next.pageSize !== pageSize) change({ pageSize: next.pageSize })
    },
    [setPreferences, change, pageSize],
  )
  const retry = () => void list.refetch()
  const problem = list.error === null ? undefined : toApiError(list.error)

  usePersonPage(list.data !== undefined)
  const actions = useMemo(() => mayCreate && <CreatePerson instance={alias} />, [mayCreate, alias])

  return (
    <Page
      title="People"
      {...useListAge(list)}
      isRefreshing={list.isFetching}
      onRefresh={() => refetchFresh(list, options.queryKey)}
      actions={actions}
    >
      <SpaceBetween size="l">
        {problem !== undefined && (
          <LoadError
            error={{ ...problem, message: namedFilterFault(problem.fields, query.filter) ?? problem.message }}
            what="the people"
            isRetrying={list.isFetching}
            onRetry={retry}
            isOld={list.data !== undefined}
          />
        )}
        {!count.isExact && counting.error !== null && (
          <LoadError
            error={toApiError(counting.error)}
            what="the number of people"
            isRetrying={counting.isFetching}
            onRetry={() => void counting.refetch()}
          />
        )}
        <ServerTable
          label="People"
          columns={columns}
          rowId={rowId}
          rows={problem !== undefined && list.data === undefined ? [] : list.data?.items}
          total={count.total ?? 0}
          isExactTotal={count.isExact}
          page={query.page}
          pageSize={query.pageSize}
          pageSizes={USER_PAGE_SIZES}
          sort={query.sort}
          isDescending={query.order === 'desc'}
          onPage={onPage}
          onSort={onSort}
          preferences={shownPreferences}
          onPreferences={onPreferences}
          header={
            <>
              <UserListHeader
                {...count}
                isFiltered={isFiltered}
                isPlaceholderData={list.isPlaceholderData}
                hasFailed={problem !== undefined}
                isComplete={list.data?.complete !== false}
              />
              {list.data === undefined && list.isFetching && <ConnectWait />}
            </>
          }
          filter={<UserFilters instance={alias} {...state} />}
          empty={
            problem === undefined ? (
              <Empty total={count.total ?? 0} pageSize={query.pageSize} isFiltered={isFiltered} change={change} />
            ) : (
              'Nothing could be read.'
            )
          }
        />
      </SpaceBetween>
    </Page>
  )
}

/** Where nearly everybody goes from here: loaded while the list is looked at. */
function usePersonPage(isIdle: boolean): void {
  const router = useRouter()
  useEffect(() => {
    if (!isIdle) return undefined
    const timer = setTimeout(() => void router.loadRouteChunk(router.routesById['/$instance/people/$id']), QUIET_MS)
    return () => clearTimeout(timer)
  }, [isIdle, router])
}

function CreatePerson({ instance }: { readonly instance: string }) {
  const follow = useFollow()
  const disabledReason = useDownReason()
  const locked = disabledReason !== undefined && { disabled: true, disabledReason }
  return (
    <Button variant="primary" {...locked} href={paths.personCreate(instance)} onFollow={follow}>
      Create person
    </Button>
  )
}

interface EmptyProps {
  readonly total: number
  readonly pageSize: number
  readonly isFiltered: boolean
  readonly change: ReturnType<typeof useUserListState>['change']
}

function Empty({ total, pageSize, isFiltered, change }: EmptyProps) {
  if (total > 0) {
    return (
      <EmptyText title="There is no such page" text="The list has become shorter than this page.">
        <Button onClick={() => change({ page: Math.ceil(total / pageSize) })}>Go to the last page</Button>
      </EmptyText>
    )
  }
  if (isFiltered) {
    return (
      <EmptyText title="Nobody matches" text="Nobody in this instance fits the search and the filters together.">
        <Button onClick={() => change({ search: undefined, filter: undefined })}>Clear search and filters</Button>
      </EmptyText>
    )
  }
  return <EmptyText title="No people yet" text="Nobody has been added to this Amazon Connect instance." />
}

function EmptyText({ title, text, children }: { title: string; text: string; children?: React.ReactNode }) {
  return (
    <Box textAlign="center" padding={{ vertical: 'm' }}>
      <SpaceBetween size="xs">
        <Box variant="strong">{title}</Box>
        <Box color="text-body-secondary">{text}</Box>
        {children}
      </SpaceBetween>
    </Box>
  )
}
