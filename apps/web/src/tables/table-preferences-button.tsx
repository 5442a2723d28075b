import Button from '@cloudscape-design/components/button'
import { Suspense, useState } from 'react'
import { lazyPart, PartFailedDialog } from '../shell/lazy-part.tsx'
import type { TablePreferencesModalProps } from './table-preferences-modal.tsx'

// Most visits never open it. Cloudscape's own CollectionPreferences would cost the first screen 28 kB, most of it for dragging.
const TablePreferencesModal = lazyPart(
  async () => (await import('./table-preferences-modal.tsx')).TablePreferencesModal,
  ({ onClose }) => <PartFailedDialog header="How the table looks" onDismiss={onClose} />,
)

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
