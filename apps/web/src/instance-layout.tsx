import { useQuery } from '@tanstack/react-query'
import { Outlet, useParams } from '@tanstack/react-router'
import { findInstance, seekInstance, useSession } from './api/session.ts'
import { LoadStates } from './shell/load-states.tsx'
import { NotFound } from './shell/not-found.tsx'
import { findSection } from './shell/sections.ts'
import { usePathname } from './shell/use-pathname.ts'

export function InstanceLayout() {
  const session = useSession()
  const { instance = '' } = useParams({ strict: false })
  const pathname = usePathname()
  if (findInstance(session, instance) === undefined) return <UnknownInstance alias={instance} />
  const section = findSection(pathname, instance)
  // What one may not see is not there, by its address neither; and the server is not asked for what it would refuse.
  if (section !== undefined && !session.rights.includes(section.right)) return <NotFound />
  // Nothing of one instance may stay on screen under the name of another, not even while that one is read.
  return <Outlet key={instance} />
}

/** It may be newer than the session: ask once more before saying that there is none. */
function UnknownInstance({ alias }: { readonly alias: string }) {
  const query = useQuery(seekInstance(alias))
  return (
    <LoadStates query={query} what="the instances">
      {() => (
        <NotFound
          title="Instance not found"
          text={`There is no instance called “${alias}” that you may see. It may be misspelt, or your role does not reach it.`}
        />
      )}
    </LoadStates>
  )
}
