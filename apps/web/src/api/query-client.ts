import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isSignedOut } from './api-error.ts'
import { api } from './client.ts'
import { createStore } from './store.ts'

/** True from the first 401 after sign-in until someone signed in again. */
export const sessionLost = createStore(false)

function noticeLostSession(thrown: unknown): void {
  // Without a session read before, the page itself shows the sign-in.
  if (isSignedOut(thrown) && queryClient.getQueryData(api.session.read.queryKey({ input: {} }))) sessionLost.set(true)
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeLostSession }),
  mutationCache: new MutationCache({
    onError: noticeLostSession,
    // Every write is in the audit trail, also one that failed.
    onSettled: () => void queryClient.invalidateQueries({ queryKey: api.changes.search.key() }),
  }),
  defaultOptions: {
    queries: {
      // The BFF already retries with Amazon Connect's pace in mind; here people decide.
      retry: false,
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      // "Offline" of the browser is a guess. Try, and tell what happened.
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})
