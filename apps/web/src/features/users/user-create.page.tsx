import Alert from '@cloudscape-design/components/alert'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { User } from '@patchbay/contract'
import { useInstance, useRight } from '../../api/session.ts'
import { LoadStates, PageSkeleton } from '../../shell/load-states.tsx'
import { NotFound } from '../../shell/not-found.tsx'
import { Page } from '../../shell/page.tsx'
import { paths } from '../../shell/paths.ts'
import { WhatMayIDoLink } from '../../shell/why-not.tsx'
import { ownRights } from '../access/access.queries.ts'
import { noGroup, scopeOf } from '../hierarchy/hierarchy.queries.ts'
import { useSecurityProfiles, useUngrantableProfiles } from '../security-profiles/security-profiles.queries.ts'
import { UserCreate } from './user-create.tsx'
import { useUserLocks } from './use-user-locks.ts'
import { describeUser } from './users.queries.ts'

export function UserCreatePage() {
  const { alias } = useInstance()
  const { from } = useSearch({ from: '/$instance/people/create' })
  const mayCreate = useRight('users.create')
  const people = { text: 'People', href: paths.people(alias) }
  if (!mayCreate) {
    const way = { text: 'Go to the people', href: people.href }
    return <NotFound title="Create person" text="Your role cannot create people." way={way} />
  }
  return (
    <Page key={from} title="Create person" breadcrumbs={[people]}>
      {from === undefined ? <Create /> : <CreateFrom id={from} />}
    </Page>
  )
}

function CreateFrom({ id }: { readonly id: string }) {
  const { alias } = useInstance()
  const query = useQuery(describeUser(alias, id))
  const lock = useUserLocks(id)('users.create', '')
  if (lock.state === 'unknown') return <PageSkeleton />
  if (lock.state === 'locked') {
    return (
      <Alert type="info">
        {lock.reason} <WhatMayIDoLink />
      </Alert>
    )
  }
  return (
    <LoadStates
      query={query}
      what="the person to copy"
      notFound={<Alert type="warning">The person to copy is no longer in this instance.</Alert>}
    >
      {(user) => <Create from={user} />}
    </LoadStates>
  )
}

/** Connect's own default for people who take contacts and nothing else (SP-06). */
const usualProfile = 'Agent'

function Create({ from }: { readonly from?: User }) {
  const { alias } = useInstance()
  const navigate = useNavigate()
  const profiles = useSecurityProfiles(alias)
  const rights = useQuery(ownRights(alias))
  // Where it cannot be read, the save decides.
  const ungrantable = useUngrantableProfiles(alias, 'users.create')
  if (ungrantable.isPending) return <PageSkeleton />
  const isGrantable = (id: string) => ungrantable.data?.items.every((one) => one.id !== id) !== false
  return (
    <LoadStates query={profiles} what="the security profiles">
      {({ items }) => (
        <LoadStates query={rights} what="what you may do">
          {(own) => (
            <UserCreate
              {...(from !== undefined && { from })}
              usual={{
                securityProfileIds: items
                  .filter(({ id, name }) => name === usualProfile && isGrantable(id))
                  .map(({ id }) => id),
                hierarchyGroupId: scopeOf(own, 'users.create') === 'all' ? noGroup : '',
              }}
              onCancel={() =>
                void (from === undefined
                  ? navigate({ to: '/$instance/people', params: { instance: alias } })
                  : navigate({ to: '/$instance/people/$id', params: { instance: alias, id: from.id } }))
              }
              onCreated={({ id }) =>
                // Back leads to where one came from, not to an empty form.
                void navigate({
                  to: '/$instance/people/$id',
                  params: { instance: alias, id },
                  replace: true,
                  ignoreBlocker: true,
                })
              }
            />
          )}
        </LoadStates>
      )}
    </LoadStates>
  )
}
