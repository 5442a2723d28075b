import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useSearch } from '@tanstack/react-router'
import type { User } from '@patchbay/contract'
import { Suspense } from 'react'
import { useDownReason } from '../../api/connection.ts'
import { useInstance, useRight } from '../../api/session.ts'
import { useEditAddress } from '../../forms/use-edit-address.ts'
import { lazyPart, PartFailedDialog } from '../../shell/lazy-part.tsx'
import { paths } from '../../shell/paths.ts'
import { useFollow } from '../../shell/use-follow.ts'
import { reasonOf, useUserLocks, type Lock } from './use-user-locks.ts'

const ResetUser = lazyPart(
  async () => (await import('./reset-user.tsx')).ResetUser,
  ({ onClose }) => <PartFailedDialog header="Reset" onDismiss={onClose} />,
)
const DeleteUser = lazyPart(
  async () => (await import('./delete-user.tsx')).DeleteUser,
  ({ onClose }) => <PartFailedDialog header="Delete" onDismiss={onClose} />,
)

/** What can be done with the whole person. */
export function UserActions({ user }: { readonly user: User }) {
  const { alias } = useInstance()
  const follow = useFollow()
  const mayCreate = useRight('users.create')
  const mayDelete = useRight('users.delete')
  const mayReset = useRight('users.phone.write')
  const lockOf = useUserLocks(user.id)
  const { edit } = useSearch({ from: '/$instance/people/$id' })
  const address = useEditAddress()
  const downReason = useDownReason()
  // What is asked for before it is known whether it may be opens once it is known: a key pressed early is not lost.
  const locked = (lock: Lock) => {
    const disabledReason = reasonOf(lock) ?? downReason
    return disabledReason !== undefined && { disabled: true, disabledReason }
  }
  const createLock = lockOf('users.create', '')
  const resetLock = lockOf('users.phone.write', '')
  const deleteLock = lockOf('users.delete', '')
  const close = () => address.close({ isSaved: true })
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {mayCreate && (
        <Button {...locked(createLock)} href={paths.personCreate(alias, user.id)} onFollow={follow}>
          Create one like this
        </Button>
      )}
      {mayReset && (
        <span data-page-key="r">
          <Button {...locked(resetLock)} onClick={() => address.open('reset')}>
            Reset
          </Button>
        </span>
      )}
      {mayDelete && (
        <Button {...locked(deleteLock)} onClick={() => address.open('delete')}>
          Delete
        </Button>
      )}
      <Suspense>
        {edit === 'reset' && mayReset && resetLock.state === 'open' && <ResetUser user={user} onClose={close} />}
        {edit === 'delete' && mayDelete && deleteLock.state === 'open' && <DeleteUser user={user} onClose={close} />}
      </Suspense>
    </SpaceBetween>
  )
}
