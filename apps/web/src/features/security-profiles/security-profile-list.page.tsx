import Button from '@cloudscape-design/components/button'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useDownReason } from '../../api/connection.ts'
import { useInstance, useRight } from '../../api/session.ts'
import { ConnectWait } from '../../shell/connect-wait.tsx'
import { useListAge } from '../../shell/list-age.ts'
import { LoadStates } from '../../shell/load-states.tsx'
import { Page } from '../../shell/page.tsx'
import { paths } from '../../shell/paths.ts'
import { useFollow } from '../../shell/use-follow.ts'
import { SecurityProfileTable } from './security-profile-table.tsx'
import { useSecurityProfiles } from './security-profiles.queries.ts'

export function SecurityProfileListPage() {
  const { alias } = useInstance()
  const canCreate = useRight('security-profiles.create')
  const { permission } = useSearch({ from: '/$instance/security-profiles' })
  const query = useSecurityProfiles(alias, { permission })
  const navigate = useNavigate()
  const follow = useFollow()
  const disabledReason = useDownReason()
  const locked = disabledReason !== undefined && { disabled: true, disabledReason }

  return (
    <Page
      title="Security profiles"
      {...useListAge(query)}
      isRefreshing={query.isFetching}
      onRefresh={query.refresh}
      actions={
        canCreate && (
          <Button variant="primary" {...locked} href={paths.securityProfileCreate(alias)} onFollow={follow}>
            Create security profile
          </Button>
        )
      }
    >
      <LoadStates
        query={query}
        what="the security profiles"
        skeleton={
          <>
            <ConnectWait />
            <SecurityProfileTable instance={alias} rows={undefined} canCreate={canCreate} onSearch={() => {}} />
          </>
        }
      >
        {({ items }) => (
          <SecurityProfileTable
            instance={alias}
            rows={items}
            canCreate={canCreate}
            onSearch={(search) =>
              void navigate({ to: '/$instance/security-profiles', params: { instance: alias }, search, replace: true })
            }
          />
        )}
      </LoadStates>
    </Page>
  )
}
