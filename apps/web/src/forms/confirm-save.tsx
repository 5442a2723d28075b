import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'

export interface SaveQuestion {
  readonly title: string
  readonly text: ReactNode
  /** The button's text says what it does, as in `Change the e-mail`. */
  readonly action: string
}

interface ConfirmSaveProps {
  readonly question: SaveQuestion
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

export function ConfirmSave({ question, onConfirm, onCancel }: ConfirmSaveProps) {
  return (
    <Modal
      visible
      header={question.title}
      closeAriaLabel="Go back to the form"
      onDismiss={onCancel}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button formAction="none" variant="link" onClick={onCancel}>
              Go back
            </Button>
            <Button formAction="none" variant="primary" onClick={onConfirm}>
              {question.action}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      {question.text}
    </Modal>
  )
}
