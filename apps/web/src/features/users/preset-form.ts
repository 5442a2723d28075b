import type { Phone, Preset } from '@patchbay/contract'
import { formatAfterContactWork } from './after-contact-work.ts'
import { phoneTypes } from './phone-form.ts'

/** The phone as it would be after the reset. A soft phone keeps no number, a desk phone takes the one that was typed. */
export function phoneAfter(preset: Preset, phone: Phone, deskPhoneNumber: string | null): Phone {
  const { phoneType, autoAccept, afterContactWorkSeconds } = preset.phone
  const type = phoneType ?? phone.phoneType
  return {
    phoneType: type,
    autoAccept: autoAccept ?? phone.autoAccept,
    afterContactWorkSeconds: afterContactWorkSeconds ?? phone.afterContactWorkSeconds,
    deskPhoneNumber: type === 'DESK_PHONE' ? deskPhoneNumber : phone.deskPhoneNumber,
  }
}

/** `Soft phone, auto-accept off, after-contact work 1 min`. */
export function sayPreset({ phone }: Preset): string {
  const { phoneType, autoAccept, afterContactWorkSeconds } = phone
  const parts: (string | false)[] = [
    phoneType !== null && phoneTypes[phoneType],
    autoAccept !== null && `auto-accept ${autoAccept ? 'on' : 'off'}`,
    afterContactWorkSeconds !== null &&
      `after-contact work ${afterContactWorkSeconds === 0 ? 'without limit' : formatAfterContactWork(afterContactWorkSeconds)}`,
  ]
  const text = parts.filter((part) => part !== false).join(', ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
