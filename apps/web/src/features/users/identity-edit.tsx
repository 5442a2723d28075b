import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { User } from '@patchbay/contract'
import { api } from '../../api/client.ts'
import { useInstance } from '../../api/session.ts'
import { ChangeList } from '../../forms/change-list.tsx'
import type { Change } from '../../forms/changes.ts'
import type { SaveQuestion } from '../../forms/confirm-save.tsx'
import { IdentityFields } from './identity-fields.tsx'
import { identityForm, identityLocks, identityTexts, toIdentityForm } from './identity-form.ts'
import { useUserLocks } from './use-user-locks.ts'
import { UserSettingsForm, type EditProps } from './user-settings-form.tsx'
import { fullName } from './user-words.ts'

export function IdentityEdit({ user, close }: EditProps) {
  const { identityManagementType } = useInstance()
  const locks = identityLocks(identityManagementType, useUserLocks(user.id))
  return (
    <UserSettingsForm
      user={user}
      close={close}
      name="Identity"
      schema={identityForm(identityManagementType, locks)}
      fields={identityTexts}
      toForm={toIdentityForm}
      save={(values, at) => api.users.updateIdentity.call({ ...values, ...at })}
      savedText={(saved) => `Identity of ${fullName(saved)} is saved.`}
      question={(changes) => emailQuestion(changes, user)}
    >
      {(control) => <IdentityFields control={control} locks={locks} />}
    </UserSettingsForm>
  )
}

/** USR-15: whoever reads the new address can reset the password, so this one is asked about. */
function emailQuestion(changes: readonly Change[], user: User): SaveQuestion | undefined {
  const change = changes.find((one) => one.field === 'email')
  if (change === undefined) return undefined
  const name = <bdi>{fullName(user)}</bdi>
  const isRemoved = change.after === identityTexts.email.format(null)
  return {
    title: `${isRemoved ? 'Remove' : 'Change'} the e-mail of ${fullName(user)}?`,
    text: (
      <SpaceBetween size="s">
        <ChangeList changes={[change]} />
        {isRemoved ? (
          <Box>Without an address, the password of {name} can no longer be reset by e-mail.</Box>
        ) : (
          <Box>
            Password resets go to the new address, so whoever reads it can sign in as {name}. Make sure that the request
            comes from {name}.
          </Box>
        )}
      </SpaceBetween>
    ),
    action: isRemoved ? 'Remove the e-mail' : 'Change the e-mail',
  }
}
