import Skeleton from '@cloudscape-design/components/skeleton'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useInstance } from '../../api/session.ts'
import { ConnectWait } from '../../shell/connect-wait.tsx'
import { useListAge } from '../../shell/list-age.ts'
import { LoadStates } from '../../shell/load-states.tsx'
import { Page } from '../../shell/page.tsx'
import { HierarchyWorkspace } from './hierarchy-workspace.tsx'
import { useHierarchy } from './hierarchy.queries.ts'

export function HierarchyPage() {
  const { alias } = useInstance()
  const query = useHierarchy(alias)
  return (
    <Page title="Agent hierarchy" {...useListAge(query)} isRefreshing={query.isFetching} onRefresh={query.refresh}>
      <LoadStates query={query} what="the hierarchy" skeleton={<HierarchySkeleton />}>
        {(hierarchy) => <HierarchyWorkspace instance={alias} hierarchy={hierarchy} />}
      </LoadStates>
    </Page>
  )
}

/** As tall as what comes, so that nothing jumps. */
function HierarchySkeleton() {
  return (
    <div aria-busy="true">
      <SpaceBetween size="m">
        <div>
          <Skeleton width="50%" height="32px" />
          <ConnectWait />
        </div>
        <Skeleton width="100%" height="60vh" />
      </SpaceBetween>
    </div>
  )
}
