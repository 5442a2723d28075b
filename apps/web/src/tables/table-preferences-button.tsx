import Button from '@cloudscape-design/components/button'
import { lazy, Suspense, useState } from 'react'
import type { TablePreferencesModalProps } from './table-preferences-modal.tsx'

// Most visits never open it. Cloudscape's own CollectionPreferences would cost the first screen 28 kB, most of it for dragging.
const TablePreferencesModal = lazy(async () => {
  const loaded = await import('./table-preferences-modal.tsx')
  return { default: loaded.TablePreferencesModal }
})

type TablePreferencesButtonProps = Omit<TablePreferencesModalProps, 'onClose'>

export function TablePreferencesButton(props: TablePreferencesButtonProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="icon" iconName="settings" ariaLabel="How the table looks" onClick={() => setOpen(true)} />
      {isOpen && (
        <Suspense>
          <TablePreferencesModal {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
