import { Outlet, useParams } from '@tanstack/react-router'
import { findInstance, useSession } from './api/session.ts'
import { NotFound } from './shell/not-found.tsx'

export function InstanceLayout() {
  const session = useSession()
  const { instance } = useParams({ strict: false })
  if (findInstance(session, instance) === undefined) {
    return (
      <NotFound
        title="Instance not found"
        text={`There is no instance called “${instance ?? ''}” that you may see. It may be misspelt, or your role does not reach it.`}
      />
    )
  }
  return <Outlet />
}
