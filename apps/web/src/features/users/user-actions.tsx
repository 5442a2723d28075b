import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useSearch } from '@tanstack/react-router'
import type { User } from '@patchbay/contract'
import { lazy, Suspense } from 'react'
import { useInstance, useRight } from '../../api/session.ts'
import { useEditAddress } from '../../forms/use-edit-address.ts'
import { paths } from '../../shell/paths.ts'
import { useFollow } from '../../shell/use-follow.ts'

const DeleteUser = lazy(async () => ({ default: (await import('./delete-user.tsx')).DeleteUser }))

/** What can be done with the whole person. */
export function UserActions({ user }: { readonly user: User }) {
  const { alias } = useInstance()
  const follow = useFollow()
  const mayCreate = useRight('users.create')
  const mayDelete = useRight('users.delete')
  const isDeleting = useSearch({ from: '/$instance/people/$id' }).edit === 'delete' && mayDelete
  const address = useEditAddress()
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {mayCreate && (
        <Button href={paths.personCreate(alias, user.id)} onFollow={follow}>
          Create one like this
        </Button>
      )}
      {mayDelete && <Button onClick={() => address.open('delete')}>Delete</Button>}
      {isDeleting && (
        <Suspense>
          <DeleteUser user={user} onClose={() => address.close({ isSaved: true })} />
        </Suspense>
      )}
    </SpaceBetween>
  )
}
