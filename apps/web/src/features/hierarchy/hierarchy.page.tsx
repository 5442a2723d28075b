import { useInstance } from '../../api/session.ts'
import { LoadStates } from '../../shell/load-states.tsx'
import { Page } from '../../shell/page.tsx'
import { HierarchyWorkspace } from './hierarchy-workspace.tsx'
import { useHierarchy } from './hierarchy.queries.ts'

export function HierarchyPage() {
  const { alias } = useInstance()
  const query = useHierarchy(alias)
  return (
    <Page
      title="Agent hierarchy"
      asOf={query.data?.asOf}
      isRefreshing={query.isFetching}
      onRefresh={() => void query.refetch()}
    >
      <LoadStates query={query} what="the hierarchy">
        {(hierarchy) => <HierarchyWorkspace instance={alias} hierarchy={hierarchy} />}
      </LoadStates>
    </Page>
  )
}
