import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import type { Identity, User } from '@patchbay/contract'
import { lazy } from 'react'
import { useInstance, useSession } from '../../api/session.ts'
import { identityFieldNames, identityLocks, identityTexts, type IdentityField } from './identity-form.ts'
import { SettingsSection } from './settings-section.tsx'

const IdentityEdit = lazy(async () => ({ default: (await import('./identity-edit.tsx')).IdentityEdit }))

export function IdentitySection({ user }: { readonly user: User }) {
  const { identityManagementType } = useInstance()
  const { rights } = useSession()
  const locks = identityLocks(identityManagementType, rights)
  const isLocked = identityFieldNames.every((field) => locks[field] !== undefined)

  return (
    <SettingsSection
      title="Identity"
      edit="identity"
      lockedReason={isLocked ? 'Your role cannot change identity fields here.' : undefined}
      view={
        <KeyValuePairs
          columns={2}
          items={identityFieldNames.map((field) => ({
            label: identityTexts[field].label,
            value: <bdi>{identityValue(user.identity, field)}</bdi>,
          }))}
        />
      }
    >
      {(close) => <IdentityEdit user={user} close={close} />}
    </SettingsSection>
  )
}

function identityValue(identity: Identity, field: IdentityField): string {
  const value = identity[field]
  return value === null || value === '' ? '–' : value
}
