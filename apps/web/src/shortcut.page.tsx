import { Navigate } from '@tanstack/react-router'
import { useSession } from './api/session.ts'
import { NotFound } from './shell/not-found.tsx'

/** An address without an instance, as people say it to each other: leads to that page of the first instance. */
export function shortcutTo(path: (instance: string) => string) {
  return function Shortcut() {
    const [instance] = useSession().instances
    return instance === undefined ? <NotFound /> : <Navigate to={path(instance.alias)} replace />
  }
}
