import Skeleton from '@cloudscape-design/components/skeleton'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useInstance } from '../../api/session.ts'
import { LoadStates } from '../../shell/load-states.tsx'
import { Page } from '../../shell/page.tsx'
import { HierarchyWorkspace } from './hierarchy-workspace.tsx'
import { useHierarchy } from './hierarchy.queries.ts'

export function HierarchyPage() {
  const { alias } = useInstance()
  const query = useHierarchy(alias)
  return (
    <Page title="Agent hierarchy" asOf={query.data?.asOf} isRefreshing={query.isFetching} onRefresh={query.refresh}>
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
        <Skeleton width="50%" height="32px" />
        <Skeleton width="100%" height="60vh" />
      </SpaceBetween>
    </div>
  )
}
