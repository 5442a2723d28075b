import Box from '@cloudscape-design/components/box'
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { User } from '@patchbay/contract'
import { Suspense, type ReactNode } from 'react'
import { toApiError } from '../../api/api-error.ts'
import { refetchFresh } from '../../api/fresh.ts'
import { useInstance, useRight } from '../../api/session.ts'
import { lazyPart } from '../../shell/lazy-part.tsx'
import { Instant } from '../../shell/as-of.tsx'
import { LoadStates, PageSkeleton } from '../../shell/load-states.tsx'
import { Page } from '../../shell/page.tsx'
import { NotFound } from '../../shell/not-found.tsx'
import { paths } from '../../shell/paths.ts'
import { AccessSections } from './access-sections.tsx'
import { ChannelsSection } from './channels-section.tsx'
import { IdentitySection } from './identity-section.tsx'
import { NotificationsSection } from './notifications-section.tsx'
import { PhoneSection } from './phone-section.tsx'
import { ProficienciesSection } from './proficiencies-section.tsx'
import { StatusSection } from './status-section.tsx'
import { UserBeginning } from './user-beginning.tsx'
import { UserActions } from './user-actions.tsx'
import { shortName } from './user-words.ts'
import { useUserLocks } from './use-user-locks.ts'
import { WorkspacesSection } from './workspaces-section.tsx'
import { describeUser, useListedUser } from './users.queries.ts'

const TargetHistory = lazyPart(async () => (await import('../changes/target-history.tsx')).TargetHistory)

export function UserPage() {
  const { alias } = useInstance()
  const { id } = useParams({ from: '/$instance/people/$id' })
  const query = useQuery(describeUser(alias, id))
  const row = useListedUser(alias, id, { isWanted: query.data === undefined })
  const known = query.data ?? row
  const mayReadChanges = useRight('changes.read')
  // Asked for beside the person, so that no button waits for it.
  useUserLocks(id)
  const maySeeStatus = useRight('users.status.read')
  const people = { text: 'People', href: paths.people(alias) }

  if (query.data === undefined && query.error !== null && toApiError(query.error).code === 'NOT_FOUND') {
    return (
      <NotFound
        title="Person not found"
        text={`Nobody with the id ${id} is in this instance. The person may have been deleted, or the link is mistyped.`}
        way={{ text: 'Go to the people', href: people.href }}
      />
    )
  }
  return (
    <Page
      // A new person is a new page, with its own forms.
      key={id}
      // The whole of it stands under Identity: in a heading, 555 characters would be all of a narrow window.
      title={known === undefined ? 'Person' : shortName(known)}
      description={known && <Facts of={known} lastModifiedAt={query.data?.lastModifiedAt} />}
      breadcrumbs={[people]}
      asOf={known?.asOf}
      isStale={query.data?.isStale}
      isRefreshing={query.isFetching}
      onRefresh={() => refetchFresh(query, describeUser(alias, id).queryKey)}
      actions={query.data && <UserActions user={query.data} />}
    >
      <LoadStates
        query={query}
        what={row === undefined ? 'this person' : 'the rest about this person'}
        skeleton={row === undefined ? <Skeleton /> : <UserBeginning row={row} />}
        meanwhile={row && <UserBeginning row={row} isWaiting={false} />}
      >
        {(user) => (
          <SpaceBetween size="l">
            {/* First what a helpdesk comes for. */}
            <div className="beside">
              <IdentitySection user={user} />
              <PhoneSection user={user} />
            </div>
            <ChannelsSection user={user} />
            <div className="beside">
              <AccessSections user={user} />
              <ProficienciesSection user={user} />
              <WorkspacesSection user={user} />
              <NotificationsSection user={user} />
              {maySeeStatus && <StatusSection user={user} />}
            </div>
            {mayReadChanges && (
              <Suspense fallback={<PageSkeleton />}>
                <TargetHistory instance={alias} target={user.id} />
              </Suspense>
            )}
          </SpaceBetween>
        )}
      </LoadStates>
    </Page>
  )
}

/** As the page that comes, so that little moves. */
function Skeleton() {
  return (
    <div className="beside">
      <PageSkeleton />
      <PageSkeleton />
    </div>
  )
}

interface FactsProps {
  readonly of: Pick<User, 'id' | 'username'>
  /** Undefined until it is read. */
  readonly lastModifiedAt: User['lastModifiedAt'] | undefined
}

/** What a ticket asks for, in one line under the name. */
function Facts({ of: { id, username }, lastModifiedAt }: FactsProps) {
  return (
    <span className="facts">
      <Fact label="User name">{username}</Fact>
      <Fact label="Id">
        <CopyToClipboard
          variant="inline"
          textToCopy={id}
          copyButtonAriaLabel="Copy id"
          copySuccessText="The id is copied."
          copyErrorText="The browser did not let us copy the id."
        />
      </Fact>
      {lastModifiedAt && (
        <Fact label="Last modified">
          <Instant instant={lastModifiedAt} />
        </Fact>
      )}
    </span>
  )
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <span>
      <Box variant="span" fontWeight="bold" color="inherit">
        {label}
      </Box>{' '}
      {children}
    </span>
  )
}
