import Button from '@cloudscape-design/components/button'
import type { ButtonProps } from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { useSearch } from '@tanstack/react-router'
import { useEffect, useRef, type ReactNode } from 'react'
import { useEditAddress } from '../../forms/use-edit-address.ts'
import type { UserSearch } from './users-search.ts'

interface SettingsSectionProps {
  readonly title: string
  /** Its name in the address. */
  readonly edit: NonNullable<UserSearch['edit']>
  /** Why nothing here can be changed by this person; undefined where something can. */
  readonly lockedReason: string | undefined
  readonly view: ReactNode
  /** The form; it closes itself. */
  readonly children: (close: { readonly saved: () => void; readonly cancelled: () => void }) => ReactNode
}

/** A settings group of a resource: looked at first, edited in its own place, saved on its own. */
export function SettingsSection({ title, edit, lockedReason, view, children }: SettingsSectionProps) {
  const isEditing = useSearch({ from: '/$instance/people/$id' }).edit === edit && lockedReason === undefined
  const address = useEditAddress()
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
                onClick={() => address.open(edit)}
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
      <div ref={body}>
        {isEditing
          ? children({
              saved: () => address.close({ isSaved: true }),
              cancelled: () => address.close({ isSaved: false }),
            })
          : view}
      </div>
    </Container>
  )
}
