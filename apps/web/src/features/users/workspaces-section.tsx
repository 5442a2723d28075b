import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import type { UserWorkspaces } from '@patchbay/contract'
import { api } from '../../api/client.ts'
import { useInstance } from '../../api/session.ts'
import { LoadStates } from '../../shell/load-states.tsx'
import { Panel } from '../../shell/panel.tsx'
import { SectionSkeleton } from './section-skeleton.tsx'

type Workspace = UserWorkspaces['items'][number]

const ways: Record<Workspace['through'][number], string> = {
  person: 'assigned to the person',
  'routing-profile': 'assigned to the routing profile',
  everyone: 'visible to everyone',
}

/** Which workspaces the person gets, and why. */
export function WorkspacesSection({ id }: { readonly id: string }) {
  const { alias } = useInstance()
  const query = useQuery(api.users.listWorkspaces.queryOptions({ input: { instance: alias, id } }))
  return (
    <Panel title="Workspaces">
      <LoadStates query={query} what="the workspaces" skeleton={<SectionSkeleton />}>
        {({ items }) =>
          items.length === 0 ? (
            'No workspace: the default experience'
          ) : (
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
      </LoadStates>
    </Panel>
  )
}

function sayWays({ through, isHidden }: Workspace): string {
  const words = new Intl.ListFormat('en-GB').format(through.map((way) => ways[way]))
  return isHidden ? `${words}, but visible to nobody` : words
}
