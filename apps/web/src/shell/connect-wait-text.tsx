import Box from '@cloudscape-design/components/box'
import LiveRegion from '@cloudscape-design/components/live-region'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { Connection } from '@patchbay/contract'
import { lazy, Suspense } from 'react'
import { api } from '../api/client.ts'
import { longestWait } from './longest-wait.ts'

const ReadingProgress = lazy(async () => ({ default: (await import('./reading-progress.tsx')).ReadingProgress }))

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
  return (
    <Box color="text-body-secondary" fontSize="body-s">
      <span aria-hidden="true">
        Waiting for Amazon Connect{wait === undefined ? ' …' : `, about ${wait.seconds} s`}
      </span>
      {/* Once, and not each second. */}
      <LiveRegion hidden tagName="span">
        Waiting for Amazon Connect
      </LiveRegion>
    </Box>
  )
}
