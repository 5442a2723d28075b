import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import type { UserQuery } from '@patchbay/contract'
import { lazy, Suspense, useState } from 'react'
import { useSavedFilters } from './saved-filters.ts'

const SavedFiltersModal = lazy(async () => ({ default: (await import('./saved-filters-modal.tsx')).SavedFiltersModal }))

interface SavedFiltersButtonProps {
  readonly query: UserQuery
  readonly onApply: (query: Partial<UserQuery>) => void
}

const manage = 'manage'

export function SavedFiltersButton({ query, onApply }: SavedFiltersButtonProps) {
  const [saved, keep] = useSavedFilters()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <ButtonDropdown
        items={[
          ...saved.map(({ name }, at) => ({ id: String(at), text: name })),
          { id: manage, text: saved.length === 0 ? 'Save this filter' : 'Save this filter, or delete others' },
        ]}
        onItemClick={({ detail }) => {
          if (detail.id === manage) return setOpen(true)
          const chosen = saved[Number(detail.id)]
          // What the filter does not name is cleared, so that it finds what it found when it was saved.
          if (chosen !== undefined) onApply({ search: undefined, filter: undefined, ...chosen.query })
        }}
      >
        Saved filters
      </ButtonDropdown>
      {isOpen && (
        <Suspense>
          <SavedFiltersModal query={query} saved={saved} onChange={keep} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
