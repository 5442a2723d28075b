import Box from '@cloudscape-design/components/box'
import LiveRegion from '@cloudscape-design/components/live-region'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { Connection } from '@patchbay/contract'
import { Suspense } from 'react'
import { api } from '../api/client.ts'
import { lazyPart } from './lazy-part.tsx'
import { longestWait } from './longest-wait.ts'

const ReadingProgress = lazyPart(
  async () => (await import('./reading-progress.tsx')).ReadingProgress,
  ({ seconds }) => <WaitText seconds={seconds} />,
)

const POLL_MS = 1_000

/** Asks how long, as long as it is on screen. */
export function ConnectWaitText() {
  const { instance = '' } = useParams({ strict: false })
  const { data } = useQuery<Connection>(
    api.connection.read.queryOptions({ input: {}, refetchInterval: POLL_MS, staleTime: 0, gcTime: 0 }),
  )
  const wait = longestWait(data?.waits ?? [], instance)
  if (wait?.reading) {
    return (
      <Suspense>
        <ReadingProgress reading={wait.reading} seconds={wait.seconds} />
      </Suspense>
    )
  }
  return <WaitText seconds={wait?.seconds} />
}

function WaitText({ seconds }: { readonly seconds: number | undefined }) {
  return (
    <Box color="text-body-secondary" fontSize="body-s">
      <span aria-hidden="true">Waiting for Amazon Connect{seconds === undefined ? ' …' : `, about ${seconds} s`}</span>
      {/* Once, and not each second. */}
      <LiveRegion hidden tagName="span">
        Waiting for Amazon Connect
      </LiveRegion>
    </Box>
  )
}
