import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import type { UserQuery } from '@patchbay/contract'
import { memo, Suspense, useCallback, useState } from 'react'
import { lazyPart, PartFailedDialog } from '../../shell/lazy-part.tsx'
import { useSavedFilters, type SavedFilter } from './saved-filters.ts'

const SavedFiltersModal = lazyPart(
  async () => (await import('./saved-filters-modal.tsx')).SavedFiltersModal,
  ({ onClose }) => <PartFailedDialog header="Saved filters" onDismiss={onClose} />,
)

interface SavedFiltersButtonProps {
  readonly query: UserQuery
  readonly onApply: (query: Partial<UserQuery>) => void
}

export function SavedFiltersButton({ query, onApply }: SavedFiltersButtonProps) {
  const [saved, keep] = useSavedFilters()
  const [isOpen, setOpen] = useState(false)
  const open = useCallback(() => setOpen(true), [])
  return (
    <>
      <Menu saved={saved} onApply={onApply} onManage={open} />
      {isOpen && (
        <Suspense>
          <SavedFiltersModal query={query} saved={saved} onChange={keep} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

const manage = 'manage'

interface MenuProps {
  readonly saved: readonly SavedFilter[]
  readonly onApply: (query: Partial<UserQuery>) => void
  readonly onManage: () => void
}

const Menu = memo(function Menu({ saved, onApply, onManage }: MenuProps) {
  return (
    <ButtonDropdown
      items={[
        ...saved.map(({ name }, at) => ({ id: String(at), text: name })),
        { id: manage, text: saved.length === 0 ? 'Save this filter' : 'Save this filter, or delete others' },
      ]}
      onItemClick={({ detail }) => {
        if (detail.id === manage) return onManage()
        const chosen = saved[Number(detail.id)]
        // What the filter does not name is cleared, so that it finds what it found when it was saved.
        if (chosen !== undefined) onApply({ search: undefined, filter: undefined, ...chosen.query })
      }}
    >
      Saved filters
    </ButtonDropdown>
  )
})
