import Box from '@cloudscape-design/components/box'
import Link from '@cloudscape-design/components/link'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { User } from '@patchbay/contract'
import type { ReactNode } from 'react'
import { useInstance, useRight } from '../../api/session.ts'
import { lazyPart } from '../../shell/lazy-part.tsx'
import { paths } from '../../shell/paths.ts'
import { useFollow } from '../../shell/use-follow.ts'
import { SettingsSection } from './settings-section.tsx'
import { useUserLocks } from './use-user-locks.ts'
import { PathNames } from './path-names.tsx'
import { gone } from './user-words.ts'

const RoutingProfileEdit = lazyPart(async () => (await import('./routing-profile-edit.tsx')).RoutingProfileEdit)
const HierarchyGroupEdit = lazyPart(async () => (await import('./hierarchy-group-edit.tsx')).HierarchyGroupEdit)
const SecurityProfilesEdit = lazyPart(async () => (await import('./security-profiles-edit.tsx')).SecurityProfilesEdit)

const TagsEdit = lazyPart(async () => (await import('./tags-edit.tsx')).TagsEdit)

/** Where the person stands and what the person may do: each its own settings group in Connect. */
export function AccessSections({ user }: { readonly user: User }) {
  const lockOf = useUserLocks(user.id)
  return (
    <>
      <SettingsSection
        title="Routing profile"
        edit="routing-profile"
        lock={lockOf('users.routing-profile.write', 'Your role cannot change routing profiles.')}
        view={user.routingProfile === null ? '–' : <bdi>{user.routingProfile.name ?? gone}</bdi>}
      >
        {(close) => <RoutingProfileEdit user={user} close={close} />}
      </SettingsSection>
      <SettingsSection
        title="Hierarchy group"
        edit="hierarchy-group"
        lock={lockOf('users.hierarchy-group.write', 'Your role cannot move people in the hierarchy.')}
        view={<Group group={user.hierarchyGroup} />}
      >
        {(close) => <HierarchyGroupEdit user={user} close={close} />}
      </SettingsSection>
      <SettingsSection
        title="Security profiles"
        edit="security-profiles"
        lock={lockOf('users.security-profiles.write', 'Your role cannot change security profiles of people.')}
        view={<SecurityProfiles profiles={user.securityProfiles} />}
      >
        {(close) => <SecurityProfilesEdit user={user} close={close} />}
      </SettingsSection>
      <SettingsSection
        title="Tags"
        edit="tags"
        lock={lockOf('users.tags.write', 'Your role cannot change tags.')}
        view={<TagList tags={user.tags} />}
      >
        {(close) => <TagsEdit user={user} close={close} />}
      </SettingsSection>
    </>
  )
}

export function Group({ group }: { readonly group: User['hierarchyGroup'] }) {
  const { alias } = useInstance()
  const mayRead = useRight('hierarchy.read')
  if (group === null) return 'In no group'
  const path = <PathNames names={group.path} />
  return mayRead && group.name !== null ? <To href={paths.hierarchyGroup(alias, group.id)}>{path}</To> : path
}

export function SecurityProfiles({ profiles }: { readonly profiles: User['securityProfiles'] }) {
  const { alias } = useInstance()
  const mayRead = useRight('security-profiles.read')
  if (profiles.length === 0) return '–'
  return (
    <SpaceBetween size="xxs">
      {profiles.map(({ id, name }) => {
        const text = <bdi key={id}>{name ?? gone}</bdi>
        return mayRead && name !== null ? (
          <To key={id} href={paths.securityProfile(alias, id)}>
            {text}
          </To>
        ) : (
          text
        )
      })}
    </SpaceBetween>
  )
}

function To({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  const follow = useFollow()
  return (
    <Link href={href} onFollow={follow}>
      {children}
    </Link>
  )
}

export function TagList({ tags }: { readonly tags: User['tags'] }) {
  const entries = Object.entries(tags)
  if (entries.length === 0) return 'No tags'
  return (
    <SpaceBetween size="xxs">
      {entries.map(([key, value]) => (
        <span key={key}>
          <Box variant="span" color="text-body-secondary">
            {key}
          </Box>{' '}
          <bdi>{value}</bdi>
        </span>
      ))}
    </SpaceBetween>
  )
}
