import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Spinner from '@cloudscape-design/components/spinner'
import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { isSignedOut, toApiError } from '../api/api-error.ts'
import { useSessionQuery } from '../api/session.ts'
import { LoadError } from './load-states.tsx'
import { paths } from './paths.ts'
import { PlainPage } from './plain-page.tsx'
import { signOut } from './sign-out.ts'

/** Lets nothing of the app appear before it is known who is there. */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const session = useSessionQuery()
  if (session.data !== undefined) {
    if (session.data.instances.length === 0 || session.data.rights.length === 0) {
      return <NothingAllowed name={session.data.person.name} lacksRights={session.data.rights.length === 0} />
    }
    return children
  }
  if (isSignedOut(session.error)) return <SignIn />
  if (session.error !== null) {
    return (
      <PlainPage title="Patchbay">
        <LoadError
          error={toApiError(session.error)}
          what="Patchbay"
          isRetrying={session.isFetching}
          onRetry={() => void session.refetch()}
        />
      </PlainPage>
    )
  }
  return (
    <main className="plain-page">
      <Box padding="xxl" textAlign="center">
        <output aria-label="Loading Patchbay">
          <Spinner size="large" />
        </output>
      </Box>
    </main>
  )
}

function SignIn() {
  const { href } = useLocation()
  return (
    <PlainPage title="Sign in">
      <Box>Patchbay is the admin console for Amazon Connect. Sign in to go on.</Box>
      <Button variant="primary" href={paths.signIn(href)}>
        Sign in
      </Button>
    </PlainPage>
  )
}

function NothingAllowed({ name, lacksRights }: { readonly name: string; readonly lacksRights: boolean }) {
  return (
    <PlainPage title="Nothing to show yet">
      <Box>
        You are signed in as {name}, but{' '}
        {lacksRights
          ? 'no role in Patchbay has been given to you.'
          : 'there is no Amazon Connect instance that you may see.'}{' '}
        Ask an administrator of Patchbay, then sign in again.
      </Box>
      <Button onClick={() => void signOut()}>Sign out</Button>
    </PlainPage>
  )
}
