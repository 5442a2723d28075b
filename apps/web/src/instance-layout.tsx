import { useQuery } from '@tanstack/react-query'
import { Outlet, useParams } from '@tanstack/react-router'
import { findInstance, seekInstance, useSession } from './api/session.ts'
import { LoadStates } from './shell/load-states.tsx'
import { NotFound } from './shell/not-found.tsx'

export function InstanceLayout() {
  const session = useSession()
  const { instance = '' } = useParams({ strict: false })
  return findInstance(session, instance) === undefined ? (
    <UnknownInstance alias={instance} />
  ) : (
    // Nothing of one instance may stay on screen under the name of another, not even while that one is read.
    <Outlet key={instance} />
  )
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
