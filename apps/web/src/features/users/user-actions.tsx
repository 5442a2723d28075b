import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useSearch } from '@tanstack/react-router'
import type { User } from '@patchbay/contract'
import { Suspense } from 'react'
import { useDownReason } from '../../api/connection.ts'
import { useInstance, useRight } from '../../api/session.ts'
import { useEditAddress } from '../../forms/use-edit-address.ts'
import { lazyPart } from '../../shell/lazy-part.tsx'
import { paths } from '../../shell/paths.ts'
import { useFollow } from '../../shell/use-follow.ts'
import { looking, useUserLocks } from './use-user-locks.ts'

const ResetUser = lazyPart(async () => (await import('./reset-user.tsx')).ResetUser)
const DeleteUser = lazyPart(async () => (await import('./delete-user.tsx')).DeleteUser)

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
  const locked = (reason: string | undefined) => reason !== undefined && { disabled: true, disabledReason: reason }
  // What is asked for before it is known whether it may be opens once it is known: a key pressed early is not lost.
  const known = (lock: string | undefined) => (lock === looking ? undefined : lock)
  const createLock = lockOf('users.create', '')
  const resetLock = lockOf('users.phone.write', '')
  const deleteLock = lockOf('users.delete', '')
  const close = () => address.close({ isSaved: true })
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {mayCreate && (
        <Button
          {...locked(known(createLock) ?? downReason)}
          href={paths.personCreate(alias, user.id)}
          onFollow={follow}
        >
          Create one like this
        </Button>
      )}
      {mayReset && (
        <span data-page-key="r">
          <Button {...locked(known(resetLock) ?? downReason)} onClick={() => address.open('reset')}>
            Reset
          </Button>
        </span>
      )}
      {mayDelete && (
        <Button {...locked(known(deleteLock) ?? downReason)} onClick={() => address.open('delete')}>
          Delete
        </Button>
      )}
      <Suspense>
        {edit === 'reset' && mayReset && resetLock === undefined && <ResetUser user={user} onClose={close} />}
        {edit === 'delete' && mayDelete && deleteLock === undefined && <DeleteUser user={user} onClose={close} />}
      </Suspense>
    </SpaceBetween>
  )
}
