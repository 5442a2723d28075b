import { Navigate, useParams } from '@tanstack/react-router'
import { useSession } from './api/session.ts'
import { NotFound } from './shell/not-found.tsx'
import { sectionsFor } from './shell/sections.ts'

/** Leads on to the first section that the session may see. The people are what most come for, so they come first. */
export function HomePage() {
  const { instances, rights } = useSession()
  const params = useParams({ strict: false })
  const instance = params.instance ?? instances[0]?.alias
  const [section] = sectionsFor(rights)
  if (instance === undefined || section === undefined) {
    return (
      <NotFound
        title="Nothing to show"
        text="Your role has no section of its own here. Ask an administrator of Patchbay."
      />
    )
  }
  return <Navigate to={section.href(instance)} replace />
}
