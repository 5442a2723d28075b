import Button from '@cloudscape-design/components/button'
import type { ButtonProps } from '@cloudscape-design/components/button'
import Skeleton from '@cloudscape-design/components/skeleton'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useSearch } from '@tanstack/react-router'
import { Suspense, useEffect, useRef, useState, type ReactNode } from 'react'
import { useDownReason } from '../../api/connection.ts'
import { useEditAddress } from '../../forms/use-edit-address.ts'
import { Panel } from '../../shell/panel.tsx'
import { WhyNot } from '../../shell/why-not.tsx'
import { reasonOf, type Lock } from './use-user-locks.ts'
import type { Close } from './user-settings-form.tsx'
import type { UserSearch } from './users-search.ts'

export interface SettingsSectionProps {
  readonly title: string
  /** Its name in the address. */
  readonly edit: NonNullable<UserSearch['edit']>
  /** Whether who looks may change anything here. */
  readonly lock: Lock
  /** Why nobody can change it now, whatever they may do. */
  readonly notNowReason?: string | undefined
  readonly view: ReactNode
  /** The form; it closes itself. It may be lazy: most visits only look. */
  readonly children: (close: Close) => ReactNode
}

const looking = 'Patchbay is looking whether you may change this person.'

/** A settings group of a resource: looked at first, edited in its own place, saved on its own. */
export function SettingsSection({ title, edit, lock, notNowReason, view, children }: SettingsSectionProps) {
  const isWanted = useSearch({ from: '/$instance/people/$id' }).edit === edit
  const [isOpen, setOpen] = useState(false)
  // A form that is open stays open, with what was typed, whatever is heard meanwhile; its save tells that nothing was changed.
  const isEditing = isWanted && (isOpen || (lock.state === 'open' && notNowReason === undefined))
  if (isOpen !== isEditing) setOpen(isEditing)
  const downReason = useDownReason()
  const lockedReason = isEditing ? undefined : reasonOf(lock)
  const disabledReason = (lock.state === 'unknown' ? looking : undefined) ?? downReason ?? notNowReason
  const address = useEditAddress()
  const wasEditing = useRef(false)
  const editButton = useRef<ButtonProps.Ref>(null)

  useEffect(() => {
    if (!isEditing && wasEditing.current) editButton.current?.focus()
    wasEditing.current = isEditing
  }, [isEditing])

  return (
    <Panel
      title={title}
      // Said at the section, not at a button that nobody can press.
      description={lockedReason !== undefined && <WhyNot reason={lockedReason} />}
      actions={
        !isEditing &&
        lockedReason === undefined && (
          <Button
            ref={editButton}
            ariaLabel={`Edit ${title.toLowerCase()}`}
            disabled={disabledReason !== undefined}
            {...(disabledReason !== undefined && { disabledReason })}
            onClick={() => address.open(edit)}
          >
            Edit
          </Button>
        )
      }
    >
      {isEditing ? (
        <Suspense fallback={<LoadingForm />}>
          <FocusOnFirst>
            {children({
              saved: () => address.close({ isSaved: true }),
              cancelled: () => address.close({ isSaved: false }),
            })}
          </FocusOnFirst>
        </Suspense>
      ) : (
        view
      )}
    </Panel>
  )
}

const controls = 'input:not([disabled]), textarea, button[aria-haspopup]'

/** Puts the focus on the first control once the form is there, loaded or not. */
function FocusOnFirst({ children }: { readonly children: ReactNode }) {
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => body.current?.querySelector<HTMLElement>(controls)?.focus(), [])
  return <div ref={body}>{children}</div>
}

function LoadingForm() {
  return (
    <output aria-label="Loading the form">
      <SpaceBetween size="m">
        <Skeleton width="60%" height="32px" />
        <Skeleton width="100%" height="32px" />
      </SpaceBetween>
    </output>
  )
}
