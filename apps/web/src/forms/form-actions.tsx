import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useDownReason } from '../api/connection.ts'
import { ConnectWait } from '../shell/connect-wait.tsx'

interface FormActionsProps {
  /** For a form that creates: the text of its button. Without it the button counts the changes. */
  readonly createText: string | undefined
  readonly count: number
  readonly isSaving: boolean
  readonly onCancel: () => void
}

/**
 * A press on a button takes the focus from the field, whose fault then appears and moves the button away from under the
 * pointer: the click would be lost. So the pointer leaves the focus where it is.
 */
export function FormActions({ createText, count, isSaving, onCancel }: FormActionsProps) {
  const downReason = useDownReason()
  const isIdle = createText === undefined && count === 0
  const disabledReason = downReason ?? (isIdle ? 'Nothing is changed yet.' : undefined)
  const text = createText ?? (count === 0 ? 'Save' : count === 1 ? 'Save 1 change' : `Save ${count} changes`)
  return (
    <div role="presentation" onMouseDown={(event) => event.preventDefault()}>
      <SpaceBetween direction="horizontal" size="xs" alignItems="center">
        {isSaving && <ConnectWait />}
        <Button formAction="none" variant="link" onClick={onCancel}>
          Cancel
        </Button>
        <Button
          variant="primary"
          formAction="submit"
          loading={isSaving}
          loadingText="Saving"
          disabled={disabledReason !== undefined}
          {...(disabledReason !== undefined && { disabledReason })}
        >
          {text}
        </Button>
      </SpaceBetween>
    </div>
  )
}
