import Box from '@cloudscape-design/components/box'
import { useQuery } from '@tanstack/react-query'
import type { Connection } from '@patchbay/contract'
import { useEffect } from 'react'
import { api } from '../api/client.ts'
import { queryClient } from '../api/query-client.ts'
import { sessionQuery } from '../api/session.ts'

/** Each look also has the BFF look, so that the banner goes by itself. */
const POLL_MS = 3_000

const timeOnly = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** On every page while Amazon Connect does not answer. No Alert: sharing it with a chunk of its own would put 3 kB of styles more on the first screen. */
export function ConnectBanner() {
  const { data } = useQuery<Connection>(
    api.connection.read.queryOptions({ input: {}, refetchInterval: POLL_MS, staleTime: 0 }),
  )
  useEffect(() => readAgain, [])
  const since = data?.state === 'down' ? ` since ${timeOnly.format(new Date(data.since))}` : ''
  return (
    <output>
      <Box padding={{ bottom: 'm' }}>
        <Box color="text-status-warning" fontWeight="bold">
          Amazon Connect has not answered{since}.
        </Box>
        You see what Patchbay last read. Changes are not possible until it answers.
      </Box>
    </output>
  )
}

/** It answers again: what failed meanwhile, or is old, need not stay so. */
function readAgain(): void {
  void queryClient.invalidateQueries({
    predicate: ({ queryHash }) => queryHash !== JSON.stringify(sessionQuery.queryKey),
  })
}
