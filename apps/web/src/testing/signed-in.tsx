import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { Session } from '@patchbay/contract'
import type { ReactNode } from 'react'
import { sessionQuery } from '../api/session.ts'

/** What surrounds everything inside the frame: a session, as far as the test cares about it. */
export function signedInAs(session: Partial<Session> = {}) {
  const client = new QueryClient()
  client.setQueryData(sessionQuery.queryKey, {
    person: { id: 'ada', name: 'Ada' },
    roles: [],
    rights: [],
    scope: 'all',
    reasonRequired: false,
    instances: [],
    expiresAt: '2026-01-01T00:00:00Z',
    ...session,
  })
  return function SignedIn({ children }: { readonly children: ReactNode }) {
    return <QueryClientProvider client={client}>{children}</QueryClientProvider>
  }
}
