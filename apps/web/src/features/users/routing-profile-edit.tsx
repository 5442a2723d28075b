import { api } from '../../api/client.ts'
import { useInstance } from '../../api/session.ts'
import { useRoutingProfileChoices } from '../routing-profiles/routing-profiles.queries.ts'
import { RoutingProfileField } from './access-fields.tsx'
import { accessNames, accessTexts, routingProfileForm, toAccessForm } from './access-form.ts'
import { UserSettingsForm, type EditProps } from './user-settings-form.tsx'
import { fullName } from './user-words.ts'

export function RoutingProfileEdit({ user, close }: EditProps) {
  const { alias } = useInstance()
  const choices = useRoutingProfileChoices(alias)
  const names = accessNames(user, { routingProfiles: choices })
  const { routingProfileId } = accessTexts(names)
  return (
    <UserSettingsForm
      user={user}
      close={close}
      name="Routing profile"
      schema={routingProfileForm}
      fields={{ routingProfileId }}
      toForm={(from) => ({
        version: from.version,
        values: { routingProfileId: toAccessForm(from).routingProfileId },
      })}
      save={(values, at) => api.users.updateRoutingProfile.call({ ...values, ...at })}
      savedText={(saved) => `Routing profile of ${fullName(saved)} is saved.`}
    >
      {(control) => <RoutingProfileField control={control} names={names} choices={choices} />}
    </UserSettingsForm>
  )
}
