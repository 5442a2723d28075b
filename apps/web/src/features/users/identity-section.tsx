import type { Identity, User } from '@patchbay/contract'
import { useInstance } from '../../api/session.ts'
import { lazyPart } from '../../shell/lazy-part.tsx'
import { identityFieldNames, identitySectionLock, identityTexts, type IdentityField } from './identity-form.ts'
import { ValueList } from '../../shell/value-list.tsx'
import { SettingsSection } from './settings-section.tsx'
import { useUserLocks } from './use-user-locks.ts'

const IdentityEdit = lazyPart(async () => (await import('./identity-edit.tsx')).IdentityEdit)

export function IdentitySection({ user }: { readonly user: User }) {
  const { identityManagementType } = useInstance()
  const lock = identitySectionLock(identityManagementType, useUserLocks(user.id))

  return (
    <SettingsSection
      title="Identity"
      edit="identity"
      lock={lock}
      view={
        <ValueList
          items={identityFieldNames.map((field) => ({
            label: identityTexts[field].label,
            value: <IdentityValue text={identityValue(user.identity, field)} />,
          }))}
        />
      }
    >
      {(close) => <IdentityEdit user={user} close={close} />}
    </SettingsSection>
  )
}

/** Names of 255 characters each would be fifty lines of a narrow window. */
function IdentityValue({ text }: { readonly text: string }) {
  return (
    <bdi className="clamped" title={text}>
      {text}
    </bdi>
  )
}

function identityValue(identity: Identity, field: IdentityField): string {
  const value = identity[field]
  return value === null || value === '' ? '–' : value
}
