import PropertyFilter from '@cloudscape-design/components/property-filter'
import type { UserQuery } from '@patchbay/contract'
import { memo, useState } from 'react'
import { useFilterChoices } from './use-filter-choices.ts'
import { SavedFiltersButton } from './saved-filters-button.tsx'
import { filteringOptions, filteringProperties, fromPropertyFilter, toPropertyFilter } from './user-filter.ts'
import type { useUserListState } from './user-list-state.ts'
import { UserSearchBox } from './user-search-box.tsx'

type ListState = ReturnType<typeof useUserListState>

interface UserFiltersProps extends ListState {
  readonly instance: string
}

/** Who is shown. Its parts are rendered by themselves: a letter in the search leaves the filter beside it alone. */
export const UserFilters = memo(function UserFilters(props: UserFiltersProps) {
  const { instance, query, change, find, settle } = props
  return (
    <div className="filters">
      <div className="filters-find" data-page-search onBlur={settle}>
        <UserSearchBox value={query.search ?? ''} onChange={find} />
      </div>
      <SavedFiltersButton query={query} onApply={change} />
      <PropertyFilters instance={instance} filter={query.filter} join={query.join} change={change} />
    </div>
  )
})

interface PropertyFiltersProps extends Pick<UserQuery, 'filter' | 'join'> {
  readonly instance: string
  readonly change: ListState['change']
}

const PropertyFilters = memo(function PropertyFilters({ instance, filter, join, change }: PropertyFiltersProps) {
  const [isTouched, setTouched] = useState(false)
  const [operator, setOperator] = useState<string>()
  const hasFilter = (filter ?? []).length > 0
  const { choices, isLoading, hasFailed, retry } = useFilterChoices(instance, isTouched || hasFilter)
  return (
    <div className="filters-narrow" onFocus={() => setTouched(true)}>
      <PropertyFilter
        query={toPropertyFilter({ filter, join })}
        onChange={({ detail }) => change(fromPropertyFilter(detail, choices))}
        filteringProperties={filteringProperties(choices)}
        filteringOptions={filteringOptions(choices, operator)}
        filteringStatusType={isLoading ? 'loading' : hasFailed ? 'error' : 'finished'}
        filteringEmpty="Nothing by that name to filter by."
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
  )
})
