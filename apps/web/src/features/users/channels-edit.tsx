import Header from '@cloudscape-design/components/header'
import type { ChannelSettings, FieldFault, User } from '@patchbay/contract'
import type { Control } from 'react-hook-form'
import { withFaultsAt } from '../../api/api-error.ts'
import { api } from '../../api/client.ts'
import { RadioField } from '../../forms/radio-field.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { formatAfterContactWork } from './after-contact-work.ts'
import {
  changedChannels,
  channelFields,
  channelNames,
  channelsForm,
  channelsTexts,
  fieldsOfRefusal,
  toChannelsForm,
  voiceEnhancements,
  type ChannelField,
  type ChannelsInput,
  type ChannelsOutput,
} from './channels-form.ts'
import { echoDuration } from './phone-fields.tsx'
import { onOff } from './phone-form.ts'
import { UserSettingsForm, type EditProps } from './user-settings-form.tsx'
import { fullName } from './user-words.ts'

export function ChannelsEdit({ user, close }: EditProps) {
  return (
    <UserSettingsForm<ChannelsInput, ChannelsOutput>
      user={user}
      close={close}
      name="Channels"
      schema={channelsForm(user)}
      fields={channelsTexts}
      toForm={toChannelsForm}
      save={async (values, at) => {
        try {
          return await api.users.updateChannels.call({ ...at, channels: changedChannels(user, values) })
        } catch (thrown) {
          throw withFaultsAt(thrown, (fault) => refusedAt(fault, fieldsOfRefusal(user, values, fault.field)))
        }
      }}
      savedText={(saved) => `Channels of ${fullName(saved)} are saved.`}
    >
      {(control) => (
        <div className="beside">
          {(Object.keys(channelNames) as ChannelSettings['channel'][]).map((channel) => (
            <fieldset key={channel} className="plain-fieldset">
              <legend>
                <Header variant="h3">{channelNames[channel]}</Header>
              </legend>
              <div className="form-fields">
                {channelFields
                  .filter((field) => field.channel === channel)
                  .map((field) => (
                    <SettingField key={field.name} field={field} control={control} user={user} />
                  ))}
              </div>
            </fieldset>
          ))}
        </div>
      )}
    </UserSettingsForm>
  )
}

/** Of one that is about none of the fields, what it says stands in the summary. */
function refusedAt(fault: FieldFault, fields: readonly string[]): FieldFault[] {
  const [field = fault.field, ...others] = fields
  if (others.length === 0) return [{ ...fault, field }]
  const message = `${fault.message} It does not say for which of these channels.`
  return fields.map((one) => ({ field: one, message }))
}

interface SettingFieldProps {
  readonly field: ChannelField
  readonly control: Control<ChannelsInput, unknown, ChannelsOutput>
  readonly user: User
}

const switches = [
  { value: 'on', label: onOff(true) },
  { value: 'off', label: onOff(false) },
]
const enhancements = Object.entries(voiceEnhancements).map(([value, label]) => ({ value, label }))

function SettingField({ field: { name, channel, setting, label, kind }, control, user }: SettingFieldProps) {
  const isSet = (user.channels.find((one) => one.channel === channel)?.[setting] ?? null) !== null
  const unset = unsetText(setting, user)
  if (kind === 'duration') {
    return (
      <TextField
        control={control}
        name={name}
        label={label}
        description="As 90, 1:30 or 1 min 30 s. 0 means no limit."
        hint={(typed) => (typed === '' && !isSet ? `${unset}.` : echoDuration(typed))}
        isRequired={isSet ? 'sometimes' : 'never'}
      />
    )
  }
  const options = kind === 'switch' ? switches : enhancements
  return (
    <RadioField
      control={control}
      name={name}
      label={label}
      direction="horizontal"
      options={isSet ? options : [{ value: '', label: unset }, ...options]}
    />
  )
}

/** What holds while the channel has nothing of its own. */
function unsetText(setting: ChannelField['setting'], { phone }: User): string {
  if (setting === 'autoAccept') return `As under Phone: ${onOff(phone.autoAccept).toLowerCase()}`
  if (setting === 'afterContactWorkSeconds') {
    return `As under Phone: ${formatAfterContactWork(phone.afterContactWorkSeconds)}`
  }
  return 'Not set'
}
