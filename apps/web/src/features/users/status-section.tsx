import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import type { LiveStatus, User } from '@patchbay/contract'
import { api } from '../../api/client.ts'
import { useInstance } from '../../api/session.ts'
import { lazyPart } from '../../shell/lazy-part.tsx'
import { AsOf, Instant } from '../../shell/as-of.tsx'
import { LoadStates } from '../../shell/load-states.tsx'
import { LiveContacts } from './live-contacts.tsx'
import { SectionSkeleton } from './section-skeleton.tsx'
import { ValueList } from '../../shell/value-list.tsx'
import { SettingsSection } from './settings-section.tsx'
import { useUserLocks } from './use-user-locks.ts'

const StatusEdit = lazyPart(async () => (await import('./status-edit.tsx')).StatusEdit)

/** Only while somebody looks: the query rests while the page is hidden. */
const POLL_MS = 10_000

/** What the person does at the moment, where Amazon Connect tells it. */
export function StatusSection({ user }: { readonly user: User }) {
  const { alias } = useInstance()
  const lock = useUserLocks(user.id)('users.status.write', 'Your role cannot set what people do.')
  const query = useQuery(
    api.users.describeStatus.queryOptions({
      input: { instance: alias, id: user.id },
      staleTime: 0,
      // Asking again and again for what was refused helps nobody; “Try again” does.
      refetchInterval: ({ state }) => (state.error === null ? POLL_MS : false),
    }),
  )
  const now = query.data
  return (
    <SettingsSection
      title="Live status"
      edit="status"
      lock={lock}
      // What was not read is not written.
      notNowReason={now?.status ? undefined : whyUnset(now, query.isError)}
      view={
        <LoadStates query={query} what="what this person does at the moment" skeleton={<SectionSkeleton />}>
          {(read) => <Status user={user} now={read} />}
        </LoadStates>
      }
    >
      {(close) => now && <StatusEdit user={user} now={now} close={close} />}
    </SettingsSection>
  )
}

function whyUnset(now: LiveStatus | undefined, hasFailed: boolean): string {
  if (now !== undefined) return 'Who is not signed in to Amazon Connect has no status to set.'
  return hasFailed ? 'It could not be read.' : 'It is still being read.'
}

function Status({ user, now }: { readonly user: User; readonly now: LiveStatus }) {
  const { status, asOf, isStale } = now
  return (
    <SpaceBetween size="xs">
      {status === null ? (
        'Not signed in to Amazon Connect'
      ) : (
        <ValueList
          items={[
            { label: 'Status', value: <bdi>{status.name ?? 'Without a name'}</bdi> },
            { label: 'Since', value: status.since === null ? 'Not told' : <Instant instant={status.since} /> },
            { label: 'Contacts', value: <LiveContacts user={user} now={now} /> },
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
