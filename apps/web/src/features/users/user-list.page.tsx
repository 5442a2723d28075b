import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import PropertyFilter from '@cloudscape-design/components/property-filter'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { USER_PAGE_SIZES, userQuery, type UserRow } from '@patchbay/contract'
import { useCallback, useMemo, useState } from 'react'
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
import { useTablePreferences } from '../../tables/table-preferences.ts'
import { useFilterChoices } from './use-filter-choices.ts'
import { hiddenAtFirst, userColumns } from './user-columns.tsx'
import {
  filteringOptions,
  filteringProperties,
  fromPropertyFilter,
  namedFilterFault,
  toPropertyFilter,
} from './user-filter.ts'
import { SavedFiltersButton } from './saved-filters-button.tsx'
import { UserListHeader, useShownCount } from './user-list-header.tsx'
import { useUserListState } from './user-list-state.ts'
import { UserSearchBox } from './user-search-box.tsx'
import { searchUsers } from './users.queries.ts'

const rowId = (row: UserRow) => row.id

function defaultPreferences() {
  const hidden = hiddenAtFirst(window.innerWidth)
  return {
    pageSize: userQuery.parse({}).pageSize,
    contentDensity: 'comfortable' as const,
    wrapLines: true,
    contentDisplay: userColumns('', undefined).map(({ id }) => ({ id, visible: !hidden.includes(id) })),
  }
}

export function UserListPage() {
  const { alias } = useInstance()
  const follow = useFollow()
  const disabledReason = useDownReason()
  const locked = disabledReason !== undefined && { disabled: true, disabledReason }
  const mayCreate = useRight('users.create')
  const [preferences, setPreferences] = useTablePreferences('people', useState(defaultPreferences)[0])
  const { query, change } = useUserListState(preferences.pageSize)
  const options = searchUsers(alias, query)
  const list = useQuery(options)
  const columns = useMemo(() => userColumns(alias, follow), [alias, follow])

  const total = list.data?.total ?? 0
  const isFiltered = (query.search ?? '') !== '' || (query.filter ?? []).length > 0
  const shown = useShownCount(list, isFiltered)
  const clear = () => change({ search: undefined, filter: undefined })
  const retry = () => void list.refetch()
  const problem = list.error === null ? undefined : toApiError(list.error)

  return (
    <Page
      title="People"
      {...useListAge(list)}
      isRefreshing={list.isFetching}
      onRefresh={() => refetchFresh(list, options.queryKey)}
      actions={
        mayCreate && (
          <Button variant="primary" {...locked} href={paths.personCreate(alias)} onFollow={follow}>
            Create person
          </Button>
        )
      }
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
        <ServerTable
          label="People"
          columns={columns}
          rowId={rowId}
          rows={problem !== undefined && list.data === undefined ? [] : list.data?.items}
          total={total}
          page={query.page}
          pageSize={query.pageSize}
          pageSizes={USER_PAGE_SIZES}
          sort={query.sort}
          isDescending={query.order === 'desc'}
          onPage={(page) => change({ page })}
          onSort={(sort, isDescending) => {
            const column = columns.find((one) => one.sort === sort)
            if (column?.sort !== undefined) change({ sort: column.sort, order: isDescending ? 'desc' : 'asc' })
          }}
          preferences={{ ...preferences, pageSize: query.pageSize }}
          onPreferences={(next) => {
            setPreferences(next)
            if (next.pageSize !== query.pageSize) change({ pageSize: next.pageSize })
          }}
          header={
            <>
              <UserListHeader
                shown={shown}
                hasFailed={problem !== undefined}
                isComplete={list.data?.complete !== false}
              />
              {list.data === undefined && list.isFetching && <ConnectWait />}
            </>
          }
          filter={<Filters instance={alias} state={{ query, change }} />}
          empty={
            problem === undefined ? (
              <Empty total={total} isFiltered={isFiltered} onClear={clear} onFirstPage={() => change({ page: 1 })} />
            ) : (
              'Nothing could be read.'
            )
          }
        />
      </SpaceBetween>
    </Page>
  )
}

interface FiltersProps {
  readonly instance: string
  readonly state: ReturnType<typeof useUserListState>
}

function Filters({ instance, state: { query, change } }: FiltersProps) {
  const [isTouched, setTouched] = useState(false)
  const [operator, setOperator] = useState<string>()
  const hasFilter = (query.filter ?? []).length > 0
  const { choices, isLoading, hasFailed, retry } = useFilterChoices(instance, isTouched || hasFilter)
  const search = useCallback(
    (text: string) => change({ search: text === '' ? undefined : text }, { isTyping: true }),
    [change],
  )
  return (
    <div className="filters">
      <div className="filters-find" data-page-search>
        <UserSearchBox value={query.search ?? ''} onChange={search} />
      </div>
      <SavedFiltersButton query={query} onApply={change} />
      <div className="filters-narrow" onFocus={() => setTouched(true)}>
        <PropertyFilter
          query={toPropertyFilter(query)}
          onChange={({ detail }) => change(fromPropertyFilter(detail, choices))}
          filteringProperties={filteringProperties(choices)}
          filteringOptions={filteringOptions(choices, operator)}
          filteringStatusType={isLoading ? 'loading' : hasFailed ? 'error' : 'finished'}
          filteringLoadingText="Loading suggestions"
          filteringErrorText="Suggestions could not be read."
          filteringRecoveryText="Try again"
          onLoadItems={({ detail }) => {
            setOperator(detail.filteringOperator)
            retry()
          }}
          disableFreeTextFiltering
          expandToViewport
          virtualScroll
          filteringAriaLabel="Filter people by property"
          filteringPlaceholder="Filter by group, profile, phone …"
        />
      </div>
    </div>
  )
}

interface EmptyProps {
  readonly total: number
  readonly isFiltered: boolean
  readonly onClear: () => void
  readonly onFirstPage: () => void
}

function Empty({ total, isFiltered, onClear, onFirstPage }: EmptyProps) {
  if (total > 0) {
    return (
      <EmptyText title="There is no such page" text="The list has become shorter than this page.">
        <Button onClick={onFirstPage}>Go to the first page</Button>
      </EmptyText>
    )
  }
  if (isFiltered) {
    return (
      <EmptyText title="Nobody matches" text="Nobody in this instance fits the search and the filters together.">
        <Button onClick={onClear}>Clear search and filters</Button>
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
