import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useDeferredValue, type ReactNode } from 'react'
import { useDownReason } from '../api/connection.ts'
import { DownNote } from './down-note.tsx'

interface FormDialogProps {
  readonly header: string
  /** Of the button that closes it: says that nothing happens then. */
  readonly closeLabel: string
  /** Id of the form inside that the button sends. */
  readonly form: string
  readonly action: string
  /** What the button says while it is sent; undefined: it is not being sent. */
  readonly sending: string | undefined
  /** The form is not there yet. */
  readonly isLoading?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A form in a dialog, with its two buttons below. */
export function FormDialog({
  header,
  closeLabel,
  form,
  action,
  sending,
  isLoading,
  onClose,
  children,
}: FormDialogProps) {
  const disabledReason = useDownReason()
  // The dialog takes the focus once it is there; a field that is to have it has to come after that.
  const isThere = useDeferredValue(true, false)
  return (
    <Modal
      visible
      size="medium"
      header={header}
      closeAriaLabel={closeLabel}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              Cancel
            </Button>
            <Button
              form={form}
              variant="primary"
              loading={sending !== undefined}
              {...(sending !== undefined && { loadingText: sending })}
              disabled={isLoading === true || disabledReason !== undefined}
              {...(disabledReason !== undefined && { disabledReason })}
            >
              {action}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <DownNote />
      {isThere && children}
    </Modal>
  )
}
