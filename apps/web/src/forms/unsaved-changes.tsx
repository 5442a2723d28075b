import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useBlocker } from '@tanstack/react-router'
import { useEffect, useId } from 'react'
import { createStore } from '../api/store.ts'

// By form, because a page can have several open at a time but only one question may be asked.
const unsaved = createStore<ReadonlyMap<string, string>>(new Map())

/** Has leaving the page ask first, while `isDirty`. `form` is its name in that question. */
export function useUnsavedChanges(form: string, isDirty: boolean): void {
  const key = useId()
  useEffect(() => {
    if (!isDirty) return undefined
    unsaved.set(new Map([...unsaved.get(), [key, form]]))
    return () => unsaved.set(new Map([...unsaved.get()].filter(([other]) => other !== key)))
  }, [key, form, isDirty])
}

/** Which form is open: see `use-edit-address.ts`. */
function editOf(search: object): unknown {
  return 'edit' in search ? search.edit : undefined
}

function hasUnsaved(): boolean {
  return unsaved.get().size > 0
}

/** Asks before unsaved changes are left behind. One for the whole app. */
export function UnsavedChangesGuard() {
  const blocker = useBlocker({
    // Filters, tabs and pages live in the search parameters too, and there the form stays where it is.
    shouldBlockFn: ({ current, next }) =>
      hasUnsaved() && (current.pathname !== next.pathname || editOf(current.search) !== editOf(next.search)),
    enableBeforeUnload: hasUnsaved,
    withResolver: true,
  })
  if (blocker.status !== 'blocked') return null
  const names = [...unsaved.get().values()].join(', ')
  return (
    <Modal
      visible
      header="Leave without saving?"
      closeAriaLabel="Stay on this page"
      onDismiss={blocker.reset}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={blocker.reset}>Stay on this page</Button>
            <Button variant="primary" onClick={blocker.proceed}>
              Leave without saving
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      What you changed is not saved and will be lost: {names}.
    </Modal>
  )
}
