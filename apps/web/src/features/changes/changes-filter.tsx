import Alert from '@cloudscape-design/components/alert'
import PropertyFilter from '@cloudscape-design/components/property-filter'
import Select from '@cloudscape-design/components/select'
import { changeKinds, type Change } from '@patchbay/contract'
import { useState } from 'react'
import { useInstance } from '../../api/session.ts'
import { filteringOptions, filteringProperties, fromPropertyFilter, toPropertyFilter } from './change-filter.ts'
import type { ChangeFilterValues } from './change-filter.ts'
import { useSeenNames } from './use-seen-names.ts'
import type { ChangesQuery } from './changes-search.ts'

const kindWords: Record<Change['kind'], string> = {
  change: 'Changes',
  'sign-in': 'Sign-ins',
  'sign-out': 'Sign-outs',
  'connect-sign-in': 'Sign-ins to Amazon Connect',
  refusal: 'Refusals',
  export: 'Exports',
  configuration: 'Roles and claims',
}
const kindOptions = changeKinds.map((value) => ({ value, label: kindWords[value] }))

interface ChangesFilterProps {
  readonly query: ChangesQuery
  readonly onKind: (kind: Change['kind']) => void
  readonly onFilter: (values: ChangeFilterValues) => void
}

export function ChangesFilter({ query, onKind, onFilter }: ChangesFilterProps) {
  const [fault, setFault] = useState<string>()
  const [now] = useState(() => new Date())
  const [typed, setTyped] = useState('')
  const { seen, isLoading, hasFailed } = useSeenNames(useInstance().alias, typed)
  return (
    <>
      <div className="filters">
        <Select
          ariaLabel="What is shown"
          selectedOption={kindOptions.find(({ value }) => value === query.kind) ?? null}
          options={kindOptions}
          onChange={({ detail }) => {
            const kind = changeKinds.find((one) => one === detail.selectedOption.value)
            if (kind !== undefined) onKind(kind)
          }}
        />
        <div className="filters-narrow" data-page-search>
          <PropertyFilter
            query={toPropertyFilter(query)}
            onChange={({ detail }) => {
              const read = fromPropertyFilter(detail, seen, now)
              setFault(read.fault)
              onFilter(read.values)
            }}
            filteringProperties={filteringProperties(seen, now)}
            filteringOptions={filteringOptions(seen, now)}
            filteringStatusType={isLoading ? 'loading' : hasFailed ? 'error' : 'finished'}
            filteringEmpty="Nothing by that name to filter by."
            filteringLoadingText="Looking for people"
            filteringErrorText="People could not be looked up."
            onLoadItems={({ detail }) =>
              setTyped(detail.filteringProperty?.key === 'target' ? detail.filteringText.trim() : '')
            }
            hideOperations
            disableFreeTextFiltering
            expandToViewport
            virtualScroll
            filteringAriaLabel="Filter changes by property"
            filteringPlaceholder="Filter by person, target, field, time …"
          />
        </div>
      </div>
      {fault !== undefined && (
        <div role="alert">
          <Alert type="warning">{fault}</Alert>
        </div>
      )}
    </>
  )
}
