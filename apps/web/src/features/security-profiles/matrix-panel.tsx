import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import SpaceBetween from '@cloudscape-design/components/space-between'
import TextFilter from '@cloudscape-design/components/text-filter'
import { useCallback, useId, useMemo, useState } from 'react'
import { createStore } from '../../api/store.ts'
import { filterMatrix, isFiltering, type MatrixFilter, type Show } from './permission-filter.ts'
import { dependencyRules } from './permission-hints.ts'
import type { PermissionMatrix } from './permission-matrix.ts'
import type { MatrixContext } from './matrix-context.ts'
import { matrixTokens } from './matrix-tokens.ts'
import { PermissionDetails } from './permission-details.tsx'
import { PermissionGrid } from './permission-grid.tsx'
import type { MatrixSearch } from './security-profiles-search.ts'
import type { Ungrantable } from './permission-selection.ts'
import type { SelectionStore } from './selection-store.ts'
import { useLatest } from '../../shell/use-latest.ts'
import classes from './permission-matrix.module.css'

interface MatrixPanelProps {
  readonly matrix: PermissionMatrix
  readonly store: SelectionStore
  readonly isReadOnly?: boolean
  readonly ungrantable?: Ungrantable
  /** Filter and open groups: they live in the address. */
  readonly search: MatrixSearch
  readonly onSearch: (search: MatrixSearch) => void
}

const showLabels: Readonly<Record<Show, string>> = {
  all: 'All',
  granted: 'Granted',
  changed: 'Changed',
  risky: 'Risky',
}

const NONE: Ungrantable = new Map()

/** The matrix with its filters and the line that explains the permission under the focus. */
export function MatrixPanel(props: MatrixPanelProps) {
  const { matrix, store, isReadOnly = false, ungrantable = NONE, search, onSearch } = props
  const detailsId = useId()
  const [lookedAt] = useState(() => createStore<string | undefined>(undefined))
  const context = useMemo<MatrixContext>(
    () => ({ matrix, rules: dependencyRules(matrix), store, isReadOnly, ungrantable, detailsId }),
    [matrix, store, isReadOnly, ungrantable, detailsId],
  )
  const { text = '', show = 'all' } = search
  const filter = useMemo<MatrixFilter>(() => ({ text, show }), [text, show])
  const isFiltered = isFiltering(filter)
  // As things stood when the filter was set: a row must not vanish under the pointer because its box was clicked.
  const groups = useMemo(() => {
    const { base, held } = store.get()
    return filterMatrix(matrix, filter, base, held)
  }, [matrix, filter, store])
  const { isOpen, toggleOpen, setAll, isAllOpen } = useOpenGroups(matrix, filter, search, onSearch)
  const shown = groups.reduce((sum, group) => sum + group.rows.length, 0)

  return (
    <SpaceBetween size="s">
      <div className={classes['toolbar']}>
        <MatrixTextFilter
          key={text}
          text={text}
          countText={shown === 1 ? '1 resource' : `${shown} resources`}
          onChange={(next) => onSearch({ ...search, text: next === '' ? undefined : next })}
        />
        <SegmentedControl
          label="Show"
          selectedId={show}
          options={(isReadOnly ? (['all', 'granted', 'risky'] as const) : (Object.keys(showLabels) as Show[])).map(
            (id) => ({ id, text: showLabels[id] }),
          )}
          onChange={({ detail }) => {
            const next = (Object.keys(showLabels) as Show[]).find((id) => id === detail.selectedId)
            onSearch({ ...search, show: next === 'all' ? undefined : next })
          }}
        />
        <Button formAction="none" onClick={() => setAll(!isAllOpen)}>
          {isAllOpen ? 'Collapse all' : 'Expand all'}
        </Button>
      </div>
      <div className={classes['container']} style={matrixTokens}>
        <div className={classes['scroller']}>
          {groups.length > 0 ? (
            <PermissionGrid
              groups={groups}
              isOpen={isOpen}
              isFiltered={isFiltered}
              onToggleOpen={toggleOpen}
              context={context}
              lookedAt={lookedAt}
            />
          ) : (
            <Box textAlign="center" padding="xl">
              <SpaceBetween size="xs">
                <Box>{show === 'changed' ? 'No permission is changed yet.' : 'No permission matches.'}</Box>
                <Button formAction="none" onClick={() => onSearch({ ...search, text: undefined, show: undefined })}>
                  Show all permissions
                </Button>
              </SpaceBetween>
            </Box>
          )}
        </div>
        <PermissionDetails id={detailsId} matrix={matrix} lookedAt={lookedAt} ungrantable={ungrantable} />
      </div>
    </SpaceBetween>
  )
}

interface MatrixTextFilterProps {
  readonly text: string
  readonly countText: string
  readonly onChange: (text: string) => void
}

/** Keeps what is being typed to itself, so that the address and the grid follow when the typing pauses. */
function MatrixTextFilter({ text, countText, onChange }: MatrixTextFilterProps) {
  const [typed, setTyped] = useState(text)
  return (
    <TextFilter
      data-page-search
      filteringText={typed}
      filteringPlaceholder="Find by resource, action or API name"
      filteringAriaLabel="Find permissions"
      filteringClearAriaLabel="Clear"
      countText={text === '' ? '' : countText}
      onChange={({ detail }) => setTyped(detail.filteringText)}
      onDelayedChange={({ detail }) => onChange(detail.filteringText)}
    />
  )
}

/** Which groups are open: those of the address, or while a filter is on all but those closed since. */
function useOpenGroups(
  matrix: PermissionMatrix,
  filter: MatrixFilter,
  search: MatrixSearch,
  onSearch: (search: MatrixSearch) => void,
) {
  const [closed, setClosed] = useState<{ filter: MatrixFilter; ids: ReadonlySet<string> }>()
  const closedIds = closed?.filter === filter ? closed.ids : undefined
  const isFiltered = isFiltering(filter)
  const ids = matrix.groups.map((group) => group.id)
  const open = search.open ?? ids.slice(0, 1)
  const isOpen = (id: string) => (isFiltered ? closedIds?.has(id) !== true : open.includes(id))
  const isAllOpen = ids.every(isOpen)

  const setAll = (allOpen: boolean) => {
    if (isFiltered) setClosed({ filter, ids: new Set(allOpen ? [] : ids) })
    else onSearch({ ...search, open: allOpen ? ids : [] })
  }
  const toggle = (id: string) => {
    if (isFiltered) setClosed({ filter, ids: new Set(closedIds).symmetricDifference(new Set([id])) })
    else onSearch({ ...search, open: isOpen(id) ? open.filter((one) => one !== id) : [...open, id] })
  }
  // The rows of 16 groups render again only if this stays the same function; what it does may change.
  const latest = useLatest(toggle)
  const toggleOpen = useCallback((id: string) => latest.current(id), [latest])
  return { isOpen, isAllOpen, toggleOpen, setAll }
}
