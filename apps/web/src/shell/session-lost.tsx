import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { isSignedOut, toApiError } from '../api/api-error.ts'
import { sessionLost } from '../api/query-client.ts'
import { sessionQuery } from '../api/session.ts'
import { useStore } from '../api/store.ts'
import { flash } from './flash.ts'
import { paths } from './paths.ts'

const channelName = 'patchbay.session'

type SessionNews = 'signed-in' | 'signed-out'

let isLeaving = false

/** Said by the window in which someone signed in again or out, heard by all others. */
export function announce(news: SessionNews): void {
  isLeaving = news === 'signed-out'
  const channel = new BroadcastChannel(channelName)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has one origin and takes no such argument
  channel.postMessage(news)
  channel.close()
}

function hear(wanted: SessionNews, act: () => void): () => void {
  const channel = new BroadcastChannel(channelName)
  channel.addEventListener('message', ({ data }) => {
    if (data === wanted) act()
  })
  return () => channel.close()
}

/** A session that ends in the middle of work leaves the page as it is: sign in beside it and go on. */
export function SessionLost() {
  const isLost = useStore(sessionLost)
  const { check, isChecking, problem } = useSessionCheck(isLost)
  const [isBlocked, setBlocked] = useState(false)
  // Signed out in another tab: said at once, not at the next thing that is tried here.
  useEffect(() => hear('signed-out', () => isLeaving || sessionLost.set(true)), [])
  if (!isLost) return null
  return (
    <Modal
      visible
      header="Your session has ended"
      onDismiss={() => sessionLost.set(false)}
      closeAriaLabel="Close and stay signed out"
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={check} loading={isChecking} loadingText="Checking">
              I have signed in
            </Button>
            <Button variant="primary" onClick={() => setBlocked(!openSignIn())}>
              Sign in again
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Box>Sign in again in a new window. This page stays as it is, with everything that you typed.</Box>
        {isBlocked && (
          <Alert type="warning">
            The browser did not open the window. Sign in to Patchbay in another tab, then come back and choose “I have
            signed in”.
          </Alert>
        )}
        {problem !== undefined && <Alert type="warning">{problem}</Alert>}
      </SpaceBetween>
    </Modal>
  )
}

function openSignIn(): boolean {
  return window.open(paths.signIn(paths.signedIn()), 'patchbay-sign-in', 'width=520,height=720') !== null
}

function useSessionCheck(isLost: boolean) {
  const client = useQueryClient()
  const [isChecking, setChecking] = useState(false)
  const [problem, setProblem] = useState<string>()

  async function check(): Promise<void> {
    setChecking(true)
    setProblem(undefined)
    const before = client.getQueryData(sessionQuery.queryKey)
    try {
      const now = await client.fetchQuery({ ...sessionQuery, staleTime: 0 })
      sessionLost.set(false)
      if (before !== undefined && before.person.id !== now.person.id) {
        flash(`You are now signed in as ${now.person.name}. Before, it was ${before.person.name}.`, 'info')
      }
      await client.invalidateQueries({ predicate: (query) => query.state.error !== null })
    } catch (thrown) {
      setProblem(isSignedOut(thrown) ? 'You are not signed in yet.' : toApiError(thrown).message)
    } finally {
      setChecking(false)
    }
  }

  useEffect(() => {
    if (!isLost) return undefined
    return hear('signed-in', () => void check())
  })
  return { check: () => void check(), isChecking, problem }
}
