import SpaceBetween from '@cloudscape-design/components/space-between'
import { useWatch, type Control } from 'react-hook-form'
import type { User } from '@patchbay/contract'
import { api } from '../../api/client.ts'
import { useInstance } from '../../api/session.ts'
import { ChangeList } from '../../forms/change-list.tsx'
import { ProfileSetEffect } from '../security-profiles/security-profiles-select.tsx'
import { useSecurityProfileChoices } from '../security-profiles/security-profiles.queries.ts'
import { SecurityProfilesField } from './access-fields.tsx'
import { accessNames, accessTexts, securityProfilesForm, toAccessForm } from './access-form.ts'
import { UserSettingsForm, type EditProps } from './user-settings-form.tsx'
import { fullName } from './user-words.ts'

/** Always asks: what is given here can be the right to give more. */
export function SecurityProfilesEdit({ user, close }: EditProps) {
  const { alias } = useInstance()
  const choices = useSecurityProfileChoices(alias, 'users.security-profiles.write')
  const names = accessNames(user, { securityProfiles: choices })
  const { securityProfileIds } = accessTexts(names)
  const held = user.securityProfiles.map((profile) => profile.id)
  return (
    <UserSettingsForm
      user={user}
      close={close}
      name="Security profiles"
      schema={securityProfilesForm}
      fields={{ securityProfileIds }}
      toForm={(from) => ({
        version: from.version,
        values: { securityProfileIds: toAccessForm(from).securityProfileIds },
      })}
      save={(values, at) => api.users.updateSecurityProfiles.call({ ...values, ...at })}
      savedText={(saved) => `Security profiles of ${fullName(saved)} are saved.`}
      question={(changes, values) => ({
        title: `Change what ${fullName(user)} may do?`,
        text: (
          <SpaceBetween size="m">
            <ChangeList changes={changes} />
            <ProfileSetEffect instance={alias} before={held} after={values.securityProfileIds} />
          </SpaceBetween>
        ),
        action: 'Change the security profiles',
      })}
    >
      {(control) => (
        <>
          <SecurityProfilesField control={control} names={names} choices={choices} held={held} />
          <Effect control={control} user={user} instance={alias} />
        </>
      )}
    </UserSettingsForm>
  )
}

interface EffectProps<Output> {
  readonly control: Control<{ securityProfileIds: string[] }, unknown, Output>
  readonly user: User
  readonly instance: string
}

/** While choosing, not only when it is asked at the end. */
function Effect<Output extends { securityProfileIds: string[] }>({ control, user, instance }: EffectProps<Output>) {
  const chosen = useWatch({ control, name: 'securityProfileIds' })
  const held = user.securityProfiles.map((profile) => profile.id)
  const isChanged = new Set(chosen).symmetricDifference(new Set(held)).size > 0
  return isChanged && <ProfileSetEffect instance={instance} before={held} after={chosen} />
}
