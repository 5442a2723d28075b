import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import type { User, UserWorkspaces } from '@patchbay/contract'
import { api } from '../../api/client.ts'
import { useInstance } from '../../api/session.ts'
import { lazyPart } from '../../shell/lazy-part.tsx'
import { ApartSection } from './apart-section.tsx'
import { useUserLocks } from './use-user-locks.ts'

const WorkspacesEdit = lazyPart(async () => (await import('./workspaces-edit.tsx')).WorkspacesEdit)

type Workspace = UserWorkspaces['items'][number]

const ways: Record<Workspace['through'][number], string> = {
  person: 'assigned to the person',
  'routing-profile': 'assigned to the routing profile',
  everyone: 'visible to everyone',
}

/** Which workspaces the person gets, and why. */
export function WorkspacesSection({ user }: { readonly user: User }) {
  const { alias } = useInstance()
  const lock = useUserLocks(user.id)('users.workspaces.write', 'Your role cannot give or take workspaces.')
  const query = useQuery(api.users.listWorkspaces.queryOptions({ input: { instance: alias, id: user.id } }))
  return (
    <ApartSection
      title="Workspaces"
      edit="workspaces"
      lock={lock}
      query={query}
      what="the workspaces"
      View={WorkspaceList}
    >
      {(held, close) => <WorkspacesEdit user={user} held={held} close={close} />}
    </ApartSection>
  )
}

function WorkspaceList({ items }: Pick<UserWorkspaces, 'items'>) {
  if (items.length === 0) return 'No workspace: the default experience'
  return (
    <SpaceBetween size="xxs">
      {items.map((workspace) => (
        <span key={workspace.id}>
          <bdi>{workspace.name}</bdi>{' '}
          <Box variant="span" color="text-body-secondary">
            {sayWays(workspace)}
          </Box>
        </span>
      ))}
    </SpaceBetween>
  )
}

function sayWays({ through, isHidden }: Workspace): string {
  const words = new Intl.ListFormat('en-GB').format(through.map((way) => ways[way]))
  return isHidden ? `${words}, but visible to nobody` : words
}
