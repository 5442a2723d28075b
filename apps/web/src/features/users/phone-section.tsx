import type { Phone, User } from '@patchbay/contract'
import { lazyPart } from '../../shell/lazy-part.tsx'
import { afterContactWorkInWords } from './after-contact-work.ts'
import { noLimit, onOff, phoneTexts, phoneTypes } from './phone-form.ts'
import { ValueList } from '../../shell/value-list.tsx'
import { SettingsSection } from './settings-section.tsx'
import { useUserLocks } from './use-user-locks.ts'

const PhoneEdit = lazyPart(async () => (await import('./phone-edit.tsx')).PhoneEdit)

export function PhoneSection({ user }: { readonly user: User }) {
  const lockOf = useUserLocks(user.id)
  const { phone } = user

  return (
    <SettingsSection
      title="Phone"
      edit="phone"
      lock={lockOf('users.phone.write', 'Your role cannot change phone settings.')}
      view={<ValueList items={phoneItems(phone)} />}
    >
      {(close) => <PhoneEdit user={user} close={close} />}
    </SettingsSection>
  )
}

export function phoneItems(phone: Phone) {
  return [
    { label: phoneTexts.phoneType.label, value: phoneTypes[phone.phoneType] },
    { label: phoneTexts.deskPhoneNumber.label, value: phone.deskPhoneNumber ?? '–' },
    { label: phoneTexts.autoAccept.label, value: onOff(phone.autoAccept) },
    {
      label: phoneTexts.afterContactWorkSeconds.label,
      value: phone.afterContactWorkSeconds === 0 ? noLimit : afterContactWorkInWords(phone.afterContactWorkSeconds),
    },
  ]
}
