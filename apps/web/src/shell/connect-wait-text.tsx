import Box from '@cloudscape-design/components/box'
import LiveRegion from '@cloudscape-design/components/live-region'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { Connection } from '@patchbay/contract'
import { api } from '../api/client.ts'
import { longestWaitSeconds } from './longest-wait.ts'

const POLL_MS = 1_000

/** Asks how long, as long as it is on screen. */
export function ConnectWaitText() {
  const { instance = '' } = useParams({ strict: false })
  const { data } = useQuery<Connection>(
    api.connection.read.queryOptions({ input: {}, refetchInterval: POLL_MS, staleTime: 0, gcTime: 0 }),
  )
  const seconds = longestWaitSeconds(data?.waits ?? [], instance)
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
