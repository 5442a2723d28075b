import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useInstance, useRight } from '../../api/session.ts'
import { LoadStates } from '../../shell/load-states.tsx'
import { NotFound } from '../../shell/not-found.tsx'
import { Page } from '../../shell/page.tsx'
import { paths } from '../../shell/paths.ts'
import { listRoles } from './access.queries.ts'
import { RolePeople } from './role-people.tsx'
import { RoleTable } from './role-table.tsx'

export function RolesPage() {
  const { alias } = useInstance()
  // Who may not look at the roles gets the very page of an address that is not there.
  return useRight('roles.read') ? <Roles instance={alias} /> : <NotFound />
}

function Roles({ instance }: { readonly instance: string }) {
  const query = useQuery(listRoles())
  return (
    <Page
      title="Roles"
      description="Who may do what in Patchbay, as it is configured now."
      breadcrumbs={[{ text: 'What may I do?', href: paths.whatMayIDo(instance) }]}
      isRefreshing={query.isFetching}
      onRefresh={() => void query.refetch()}
    >
      <LoadStates query={query} what="the roles">
        {({ items, claims }) => (
          <SpaceBetween size="l">
            <RoleTable roles={items} claims={claims} />
            <RolePeople roles={items} />
          </SpaceBetween>
        )}
      </LoadStates>
    </Page>
  )
}
