import { useNavigate, useSearch } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { useInstance, useRight } from '../../api/session.ts'
import { flashSaved } from '../../forms/flash-saved.tsx'
import { NotFound } from '../../shell/not-found.tsx'
import { Page } from '../../shell/page.tsx'
import { paths } from '../../shell/paths.ts'
import { ProfileForm } from './profile-form.tsx'
import { emptyProfile } from './profile-values.ts'
import { useKeepProfile, useUngrantablePermissions } from './security-profiles.queries.ts'

export function SecurityProfileCreatePage() {
  const { alias } = useInstance()
  const search = useSearch({ from: '/$instance/security-profiles/create' })
  const navigate = useNavigate({ from: '/$instance/security-profiles/create' })
  const keepProfile = useKeepProfile(alias)
  const mayCreate = useRight('security-profiles.create')
  const ungrantable = useUngrantablePermissions(alias, 'security-profiles.create')
  if (!mayCreate) {
    const way = { text: 'Go to the security profiles', href: paths.securityProfiles(alias) }
    return <NotFound title="Create security profile" text="Your role cannot create security profiles." way={way} />
  }

  return (
    <Page
      title="Create security profile"
      breadcrumbs={[{ text: 'Security profiles', href: paths.securityProfiles(alias) }]}
    >
      <ProfileForm
        name="Create security profile"
        initial={emptyProfile}
        people="new"
        ungrantable={ungrantable}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true, resetScroll: false })}
        onCancel={() => void navigate({ to: '/$instance/security-profiles', params: { instance: alias } })}
        onSave={(values, permissions, { reason }) =>
          api.securityProfiles.create.call({ instance: alias, ...values, permissions, reason })
        }
        onSaved={(profile) => {
          keepProfile(profile)
          const text = `Security profile “${profile.name}” is created. Nobody holds it yet.`
          flashSaved(text, { instance: alias, changes: profile.changes })
          void navigate({
            to: '/$instance/security-profiles/$id',
            params: { instance: alias, id: profile.id },
            ignoreBlocker: true,
          })
        }}
      />
    </Page>
  )
}
