import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { SecurityProfile } from '@patchbay/contract'
import { Suspense } from 'react'
import { api } from '../../api/client.ts'
import { useDownReason } from '../../api/connection.ts'
import { useInstance, useRight } from '../../api/session.ts'
import { flashSaved } from '../../forms/flash-saved.tsx'
import { useEditAddress } from '../../forms/use-edit-address.ts'
import { lazyPart } from '../../shell/lazy-part.tsx'
import { LoadStates } from '../../shell/load-states.tsx'
import { Page } from '../../shell/page.tsx'
import { paths } from '../../shell/paths.ts'
import { WhatMayIDoLink } from '../../shell/why-not.tsx'
import { ProfileForm } from './profile-form.tsx'
import { ProfileNotFound } from './profile-not-found.tsx'
import { toBase } from './profile-values.ts'
import { ProfileView } from './profile-view.tsx'
import {
  useKeepProfile,
  useSecurityProfile,
  useSecurityProfiles,
  useUngrantablePermissions,
} from './security-profiles.queries.ts'
import type { SecurityProfileSearch } from './security-profiles-search.ts'

const TargetHistory = lazyPart(async () => (await import('../changes/target-history.tsx')).TargetHistory)

const route = '/$instance/security-profiles/$id'

export function SecurityProfilePage() {
  const { alias } = useInstance()
  const { id } = useParams({ from: route })
  const { edit = false } = useSearch({ from: route })
  const address = useEditAddress()
  const mayWrite = useRight('security-profiles.write')
  const query = useSecurityProfile(alias, id)
  const refusals = useQuery({
    ...api.securityProfiles.listRefusals.queryOptions({ input: { instance: alias, id } }),
    enabled: mayWrite,
  })
  const refusal = refusals.data?.items[0]?.reason
  const canEdit = mayWrite && refusal === undefined
  const disabledReason = useDownReason()
  const isEditing = edit && canEdit
  const name = query.data?.name

  return (
    <Page
      // Looking and editing are two screens: the focus goes to the heading of the one that comes.
      key={String(isEditing)}
      description={
        refusal !== undefined && (
          <>
            {refusal} <WhatMayIDoLink />
          </>
        )
      }
      title={name === undefined ? 'Security profile' : isEditing ? `Edit ${name}` : name}
      breadcrumbs={[{ text: 'Security profiles', href: paths.securityProfiles(alias) }]}
      asOf={query.data?.asOf}
      isStale={query.data?.isStale}
      {...(!isEditing && { isRefreshing: query.isFetching, onRefresh: query.refresh })}
      actions={
        canEdit &&
        !isEditing &&
        query.data && (
          <Button
            variant="primary"
            {...(disabledReason !== undefined && { disabled: true, disabledReason })}
            onClick={() => address.open(true)}
          >
            Edit
          </Button>
        )
      }
    >
      <LoadStates query={query} what="the security profile" notFound={<ProfileNotFound instance={alias} id={id} />}>
        {(profile) => <Profile key={profile.id} profile={profile} instance={alias} isEditing={isEditing} />}
      </LoadStates>
    </Page>
  )
}

interface ProfileProps {
  readonly profile: SecurityProfile
  readonly instance: string
  readonly isEditing: boolean
}

function Profile({ profile, instance, isEditing }: ProfileProps) {
  const search = useSearch({ from: route })
  const navigate = useNavigate({ from: route })
  const list = useSecurityProfiles(instance)
  const keepProfile = useKeepProfile(instance)
  const ungrantable = useUngrantablePermissions(instance, 'security-profiles.write')
  const people = list.data?.items.find((row) => row.id === profile.id)?.people
  const onSearch = (next: SecurityProfileSearch) =>
    void navigate({ search: { ...next, edit: search.edit }, replace: true, resetScroll: false })
  const address = useEditAddress()
  const mayReadChanges = useRight('changes.read')

  if (!isEditing) {
    return (
      <SpaceBetween size="l">
        <ProfileView profile={profile} people={people} instance={instance} search={search} onSearch={onSearch} />
        {mayReadChanges && (
          <Suspense>
            <TargetHistory instance={instance} target={profile.id} />
          </Suspense>
        )}
      </SpaceBetween>
    )
  }
  return (
    <ProfileForm
      name={`Edit ${profile.name}`}
      initial={toBase(profile)}
      people={people}
      ungrantable={ungrantable}
      search={search}
      onSearch={onSearch}
      onCancel={() => address.close({ isSaved: false })}
      onSave={({ description, tags }, permissions, base) =>
        api.securityProfiles.update.call({ instance, id: profile.id, ...base, description, tags, permissions })
      }
      onSaved={(saved) => {
        keepProfile(saved)
        flashSaved(`Security profile “${saved.name}” is saved.`, { instance, changes: saved.changes })
        address.close({ isSaved: true })
      }}
    />
  )
}
