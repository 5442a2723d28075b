import Button from '@cloudscape-design/components/button'
import type { ButtonProps } from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { useEffect, useRef, useState, type ReactNode } from 'react'

interface SettingsSectionProps {
  readonly title: string
  /** Why nothing here can be changed by this person; undefined where something can. */
  readonly lockedReason: string | undefined
  readonly view: ReactNode
  /** The form; it closes itself. */
  readonly children: (close: () => void) => ReactNode
}

/** A settings group of a resource: looked at first, edited in its own place, saved on its own. */
export function SettingsSection({ title, lockedReason, view, children }: SettingsSectionProps) {
  const [isEditing, setEditing] = useState(false)
  const wasEditing = useRef(false)
  const editButton = useRef<ButtonProps.Ref>(null)
  const body = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (isEditing) body.current?.querySelector<HTMLElement>('input:not([disabled])')?.focus()
    else if (wasEditing.current) editButton.current?.focus()
    wasEditing.current = isEditing
  }, [isEditing])

  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            !isEditing && (
              <Button
                ref={editButton}
                ariaLabel={`Edit ${title.toLowerCase()}`}
                disabled={lockedReason !== undefined}
                {...(lockedReason !== undefined && { disabledReason: lockedReason })}
                onClick={() => setEditing(true)}
              >
                Edit
              </Button>
            )
          }
        >
          {title}
        </Header>
      }
    >
      <div ref={body}>{isEditing ? children(() => setEditing(false)) : view}</div>
    </Container>
  )
}
