import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { Instance, Right, Session } from '@patchbay/contract'
import { api } from './client.ts'

export const sessionQuery = api.session.read.queryOptions({ input: {}, staleTime: Infinity, gcTime: Infinity })

/** Reads the session anew, looking for an instance that it does not know. What is found is known from then on. */
export function seekInstance(alias: string) {
  return queryOptions({
    queryKey: [...sessionQuery.queryKey, alias],
    queryFn: async ({ client }) => {
      const session = await api.session.read.call({ instance: alias })
      client.setQueryData(sessionQuery.queryKey, session)
      return session
    },
  })
}

/** For the frame, which has to say what it does while there is no session. */
export function useSessionQuery() {
  return useQuery(sessionQuery)
}

/** Who is signed in. Everything inside the frame may take it as given. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data
}

/** Whether the session holds the right. Only for what to offer: the BFF decides. */
export function useRight(right: Right): boolean {
  return useSession().rights.includes(right)
}

export function findInstance(session: Session, alias: string | undefined): Instance | undefined {
  return session.instances.find((one) => one.alias === alias)
}

/** The instance of this page. Pages of an instance that the session may not see are never shown. */
export function useInstance(): Instance {
  const session = useSession()
  const { instance } = useParams({ strict: false })
  const found = findInstance(session, instance)
  if (found === undefined) throw new Error(`No instance ${JSON.stringify(instance)} on this page.`)
  return found
}
