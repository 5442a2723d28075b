import Alert from '@cloudscape-design/components/alert'
import type { User } from '@patchbay/contract'
import { api } from '../../api/client.ts'
import { channelNames } from './channels-form.ts'
import { PhoneFields } from './phone-fields.tsx'
import { channelsOfTheirOwn, phoneForm, phoneTexts, toPhoneForm } from './phone-form.ts'
import { UserSettingsForm, type EditProps } from './user-settings-form.tsx'
import { fullName } from './user-words.ts'

export function PhoneEdit({ user, close }: EditProps) {
  return (
    <UserSettingsForm
      user={user}
      close={close}
      name="Phone"
      schema={phoneForm}
      fields={phoneTexts}
      toForm={toPhoneForm}
      save={(values, at) => api.users.updatePhone.call({ ...values, ...at })}
      savedText={(saved) => `Phone settings of ${fullName(saved)} are saved.`}
    >
      {(control) => (
        <>
          <ChannelWarning user={user} />
          <PhoneFields control={control} />
        </>
      )}
    </UserSettingsForm>
  )
}

function ChannelWarning({ user }: { readonly user: User }) {
  const differing = channelsOfTheirOwn(user).map((one) => channelNames[one.channel])
  if (differing.length === 0) return null
  return (
    <Alert type="warning" header="Saving sets all channels">
      {new Intl.ListFormat('en-GB').format(differing)} {differing.length === 1 ? 'has settings' : 'have settings'} of{' '}
      {differing.length === 1 ? 'its' : 'their'} own. Saving this form gives every channel the auto-accept and the
      after-contact work that stand here.
    </Alert>
  )
}
