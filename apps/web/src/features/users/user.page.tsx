import ColumnLayout from '@cloudscape-design/components/column-layout'
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { User } from '@patchbay/contract'
import { toApiError } from '../../api/api-error.ts'
import { useInstance } from '../../api/session.ts'
import { Instant } from '../../shell/as-of.tsx'
import { LoadStates } from '../../shell/load-states.tsx'
import { Page } from '../../shell/page.tsx'
import { NotFound } from '../../shell/not-found.tsx'
import { paths } from '../../shell/paths.ts'
import { AccessSection } from './access-section.tsx'
import { ChannelsSection } from './channels-section.tsx'
import { IdentitySection } from './identity-section.tsx'
import { PhoneSection } from './phone-section.tsx'
import { fullName } from './user-words.ts'
import { describeUser } from './users.queries.ts'

export function UserPage() {
  const { alias } = useInstance()
  const { id } = useParams({ from: '/$instance/people/$id' })
  const query = useQuery(describeUser(alias, id))
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
      title={query.data === undefined ? 'Person' : fullName(query.data)}
      description={query.data && <Description user={query.data} />}
      breadcrumbs={[people]}
      asOf={query.data?.asOf}
      isRefreshing={query.isFetching}
      onRefresh={() => void query.refetch()}
    >
      <LoadStates query={query} what="this person">
        {(user) => (
          <SpaceBetween size="l">
            <ColumnLayout columns={2}>
              <IdentitySection user={user} />
              <PhoneSection user={user} />
            </ColumnLayout>
            <AccessSection user={user} />
            <ChannelsSection user={user} />
          </SpaceBetween>
        )}
      </LoadStates>
    </Page>
  )
}

function Description({ user }: { readonly user: User }) {
  return (
    <SpaceBetween direction="horizontal" size="m" alignItems="center">
      <span>User name: {user.username}</span>
      <span>
        Id:{' '}
        <CopyToClipboard
          variant="inline"
          textToCopy={user.id}
          copyButtonAriaLabel="Copy id"
          copySuccessText="The id is copied."
          copyErrorText="The browser did not let us copy the id."
        />
      </span>
      {user.lastModifiedAt !== null && (
        <span>
          Last changed: <Instant instant={user.lastModifiedAt} />
        </span>
      )}
    </SpaceBetween>
  )
}
