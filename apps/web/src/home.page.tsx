import { Navigate, useParams } from '@tanstack/react-router'
import { useSession } from './api/session.ts'

/** The people are what most come for, so they are the start page. */
export function HomePage() {
  const { instances } = useSession()
  const params = useParams({ strict: false })
  const instance = params.instance ?? instances[0]?.alias
  if (instance === undefined) return null
  return <Navigate to="/$instance/people" params={{ instance }} replace />
}
