import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import Link from '@cloudscape-design/components/link'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { User } from '@patchbay/contract'
import { useInstance, useRight } from '../../api/session.ts'
import { paths } from '../../shell/paths.ts'
import { useFollow } from '../../shell/use-follow.ts'
import { gone, groupPath } from './user-words.ts'

/** Where the person stands and what the person may do. */
export function AccessSection({ user }: { readonly user: User }) {
  return (
    <Container header={<Header variant="h2">Place and access</Header>}>
      <KeyValuePairs
        columns={3}
        items={[
          {
            label: 'Routing profile',
            value: user.routingProfile === null ? '–' : <bdi>{user.routingProfile.name ?? gone}</bdi>,
          },
          {
            label: 'Hierarchy group',
            value: <Group group={user.hierarchyGroup} />,
          },
          { label: 'Security profiles', value: <SecurityProfiles user={user} /> },
          { label: 'Tags', value: <TagList tags={user.tags} /> },
        ]}
      />
    </Container>
  )
}

function Group({ group }: { readonly group: User['hierarchyGroup'] }) {
  const { alias } = useInstance()
  const mayRead = useRight('hierarchy.read')
  const follow = useFollow()
  if (group === null) return 'In no group'
  const path = <bdi>{groupPath(group)}</bdi>
  if (!mayRead || group.name === null) return path
  return (
    <Link href={paths.hierarchyGroup(alias, group.id)} onFollow={follow}>
      {path}
    </Link>
  )
}

function SecurityProfiles({ user }: { readonly user: User }) {
  const { alias } = useInstance()
  const mayRead = useRight('security-profiles.read')
  const follow = useFollow()
  if (user.securityProfiles.length === 0) return '–'
  return (
    <SpaceBetween size="xxs">
      {user.securityProfiles.map(({ id, name }) =>
        mayRead && name !== null ? (
          <Link key={id} href={paths.securityProfile(alias, id)} onFollow={follow}>
            <bdi>{name}</bdi>
          </Link>
        ) : (
          <bdi key={id}>{name ?? gone}</bdi>
        ),
      )}
    </SpaceBetween>
  )
}

function TagList({ tags }: { readonly tags: User['tags'] }) {
  const entries = Object.entries(tags)
  if (entries.length === 0) return '–'
  return (
    <SpaceBetween size="xxs">
      {entries.map(([key, value]) => (
        <span key={key}>
          <Box variant="span" color="text-body-secondary">
            {key}
          </Box>{' '}
          {value}
        </span>
      ))}
    </SpaceBetween>
  )
}
