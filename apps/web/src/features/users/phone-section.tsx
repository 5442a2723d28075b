import Alert from '@cloudscape-design/components/alert'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import { user as userSchema, type User } from '@patchbay/contract'
import { api } from '../../api/client.ts'
import { useInstance, useRight } from '../../api/session.ts'
import { Form } from '../../forms/form.tsx'
import { RadioField } from '../../forms/radio-field.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { ToggleField } from '../../forms/toggle-field.tsx'
import { flash } from '../../shell/flash.tsx'
import { afterContactWorkInWords, parseDuration } from './after-contact-work.ts'
import { channelNames } from './channels-section.tsx'
import { channelsOfTheirOwn, phoneForm, phoneTexts, phoneTypes, toPhoneForm } from './phone-form.ts'
import { SettingsSection } from './settings-section.tsx'
import { fullName } from './user-words.ts'
import { takeUser } from './users.queries.ts'

const noLimit = 'No limit: the person ends after-contact work by hand'

export function PhoneSection({ user }: { readonly user: User }) {
  const { alias } = useInstance()
  const mayWrite = useRight('users.phone.write')
  const { phone } = user

  return (
    <SettingsSection
      title="Phone"
      edit="phone"
      lockedReason={mayWrite ? undefined : 'Your role cannot change phone settings.'}
      view={
        <KeyValuePairs
          columns={2}
          items={[
            { label: phoneTexts.phoneType.label, value: phoneTypes[phone.phoneType] },
            { label: phoneTexts.deskPhoneNumber.label, value: phone.deskPhoneNumber ?? '–' },
            { label: phoneTexts.autoAccept.label, value: phone.autoAccept ? 'On' : 'Off' },
            {
              label: phoneTexts.afterContactWorkSeconds.label,
              value:
                phone.afterContactWorkSeconds === 0 ? noLimit : afterContactWorkInWords(phone.afterContactWorkSeconds),
            },
          ]}
        />
      }
    >
      {(close) => (
        <Form
          name="Phone"
          schema={phoneForm}
          fields={phoneTexts}
          initial={toPhoneForm(user)}
          onCancel={close.cancelled}
          onSave={async (values, version) => {
            const saved = await api.users.updatePhone.call({ ...values, version, instance: alias, id: user.id })
            takeUser(alias, saved)
            flash(`Phone settings of ${fullName(saved)} are saved.`)
            close.saved()
          }}
          readCurrent={(current) => {
            const parsed = userSchema.safeParse(current)
            return parsed.success ? toPhoneForm(parsed.data) : undefined
          }}
        >
          {(control) => (
            <>
              <ChannelWarning user={user} />
              <RadioField
                control={control}
                name="phoneType"
                label={phoneTexts.phoneType.label}
                revalidates={['deskPhoneNumber']}
                options={Object.entries(phoneTypes).map(([value, label]) => ({ value, label }))}
              />
              <TextField
                control={control}
                name="deskPhoneNumber"
                label={phoneTexts.deskPhoneNumber.label}
                hint="Needed for a desk phone. With country code, as in +442071838750."
                inputMode="tel"
                isRequired="sometimes"
              />
              <ToggleField
                control={control}
                name="autoAccept"
                label={phoneTexts.autoAccept.label}
                description="Calls to this person connect by themselves."
              />
              <TextField
                control={control}
                name="afterContactWorkSeconds"
                label={phoneTexts.afterContactWorkSeconds.label}
                description="As 90, 1:30 or 1 min 30 s. 0 means no limit."
                hint={echo}
              />
            </>
          )}
        </Form>
      )}
    </SettingsSection>
  )
}

/** What was typed, said back in words. */
function echo(typed: string): string {
  const seconds = parseDuration(typed)
  if (seconds === undefined) return 'Not a time yet.'
  return seconds === 0 ? `${noLimit}.` : `${afterContactWorkInWords(seconds)}.`
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
