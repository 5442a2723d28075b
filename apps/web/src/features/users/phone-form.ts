import { afterContactWorkSeconds, phoneFields, requireDeskPhoneNumber, type Phone, type User } from '@patchbay/contract'
import { z } from 'zod'
import type { FieldTexts } from '../../forms/changes.ts'
import { formatAfterContactWork, parseDuration, toDurationInput } from './after-contact-work.ts'

/** Numbers are pasted from tickets with spaces and dashes; Connect takes neither. */
const typedPhoneNumber = z.string().transform((typed): string | null => typed.replaceAll(/[\s\u2010-\u2015-]/gu, ''))

export const typedAfterContactWork = z
  .string()
  .transform((typed, context) => {
    const seconds = parseDuration(typed)
    if (seconds !== undefined) return seconds
    context.issues.push({
      code: 'custom',
      input: typed,
      message: 'Type a time as 90, 1:30 or 1 min 30 s. 0 means no limit.',
    })
    return z.NEVER
  })
  .pipe(afterContactWorkSeconds)

export const phoneForm = z
  .object({
    phoneType: phoneFields.phoneType,
    deskPhoneNumber: typedPhoneNumber.pipe(phoneFields.deskPhoneNumber),
    autoAccept: phoneFields.autoAccept,
    afterContactWorkSeconds: typedAfterContactWork,
  })
  .check((context) => requireDeskPhoneNumber(context.value, context))

export const phoneTypes = { SOFT_PHONE: 'Soft phone', DESK_PHONE: 'Desk phone' } as const

export const onOff = (isOn: boolean) => (isOn ? 'On' : 'Off')

/** PHONE-03 */
export const noLimit = 'No limit: the person ends after-contact work by hand'

export const phoneTexts: FieldTexts<z.output<typeof phoneForm>> = {
  phoneType: { label: 'Phone type', format: (type) => phoneTypes[type] },
  deskPhoneNumber: { label: 'Desk phone number', format: (number) => number ?? 'None' },
  autoAccept: { label: 'Auto-accept', format: onOff },
  afterContactWorkSeconds: { label: 'After-contact work', format: formatAfterContactWork },
}

export function toPhoneForm({ phone, version }: Pick<User, 'phone' | 'version'>) {
  return {
    version,
    values: {
      phoneType: phone.phoneType,
      deskPhoneNumber: phone.deskPhoneNumber ?? '',
      autoAccept: phone.autoAccept,
      afterContactWorkSeconds: toDurationInput(phone.afterContactWorkSeconds),
    },
  }
}

/** The channels whose own auto-accept or after-contact work is not the general one: a save of the phone levels them (PHONE-10). */
export function channelsOfTheirOwn({ phone, channels }: { phone: Phone; channels: User['channels'] }) {
  return channels.filter(
    (one) =>
      (one.autoAccept !== null && one.autoAccept !== phone.autoAccept) ||
      (one.afterContactWorkSeconds !== null && one.afterContactWorkSeconds !== phone.afterContactWorkSeconds),
  )
}
