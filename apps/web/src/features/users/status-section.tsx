import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import type { LiveStatus } from '@patchbay/contract'
import { api } from '../../api/client.ts'
import { useInstance } from '../../api/session.ts'
import { AsOf, Instant } from '../../shell/as-of.tsx'
import { LoadStates } from '../../shell/load-states.tsx'
import { SectionSkeleton } from './section-skeleton.tsx'

/** Only while somebody looks: the query rests while the page is hidden. */
const POLL_MS = 10_000

/** What the person does at the moment, where Amazon Connect tells it. */
export function StatusSection({ id }: { readonly id: string }) {
  const { alias } = useInstance()
  const query = useQuery(
    api.users.describeStatus.queryOptions({
      input: { instance: alias, id },
      staleTime: 0,
      // Asking again and again for what was refused helps nobody; “Try again” does.
      refetchInterval: ({ state }) => (state.error === null ? POLL_MS : false),
    }),
  )
  return (
    <Container header={<Header variant="h2">At the moment</Header>}>
      <LoadStates query={query} what="what this person does at the moment" skeleton={<SectionSkeleton />}>
        {(now) => <Status now={now} />}
      </LoadStates>
    </Container>
  )
}

function Status({ now: { status, asOf, isStale } }: { readonly now: LiveStatus }) {
  return (
    <SpaceBetween size="xs">
      {status === null ? (
        'Not signed in to Amazon Connect'
      ) : (
        <KeyValuePairs
          columns={2}
          items={[
            { label: 'Status', value: <bdi>{status.name ?? 'Without a name'}</bdi> },
            { label: 'Since', value: status.since === null ? 'Not told' : <Instant instant={status.since} /> },
            { label: 'Contacts', value: status.contacts.toLocaleString('en') },
            ...(status.next === null ? [] : [{ label: 'Next status', value: <bdi>{status.next}</bdi> }]),
          ]}
        />
      )}
      <Box color="text-body-secondary" fontSize="body-s">
        <AsOf instant={asOf} isStale={isStale} />
      </Box>
    </SpaceBetween>
  )
}
