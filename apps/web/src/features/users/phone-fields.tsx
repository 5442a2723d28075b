import type { Control, FieldPath, FieldValues } from 'react-hook-form'
import type { z } from 'zod'
import { RadioField } from '../../forms/radio-field.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { ToggleField } from '../../forms/toggle-field.tsx'
import { afterContactWorkInWords, parseDuration } from './after-contact-work.ts'
import { noLimit, phoneTexts, phoneTypes, type phoneForm } from './phone-form.ts'

type PhoneInput = z.input<typeof phoneForm>

/** The fields of a person's phone, in a form of their own or in one for the whole person. */
export function PhoneFields<In extends PhoneInput, Out extends FieldValues>({
  control,
}: {
  readonly control: Control<In, unknown, Out>
}) {
  const path = (field: keyof PhoneInput) => field as FieldPath<In>
  return (
    <>
      <RadioField
        control={control}
        name={path('phoneType')}
        label={phoneTexts.phoneType.label}
        revalidates={[path('deskPhoneNumber')]}
        options={Object.entries(phoneTypes).map(([value, label]) => ({ value, label }))}
      />
      <TextField
        control={control}
        name={path('deskPhoneNumber')}
        label={phoneTexts.deskPhoneNumber.label}
        hint="Needed for a desk phone. With country code, as in +442071838750."
        inputMode="tel"
        isRequired="sometimes"
      />
      <ToggleField
        control={control}
        name={path('autoAccept')}
        label={phoneTexts.autoAccept.label}
        description="Calls to this person connect by themselves."
      />
      <TextField
        control={control}
        name={path('afterContactWorkSeconds')}
        label={phoneTexts.afterContactWorkSeconds.label}
        description="As 90, 1:30 or 1 min 30 s. 0 means no limit."
        hint={echoDuration}
      />
    </>
  )
}

/** What was typed, said back in words. */
export function echoDuration(typed: string): string {
  const seconds = parseDuration(typed)
  if (seconds === undefined) return 'Not a time yet.'
  return seconds === 0 ? `${noLimit}.` : `${afterContactWorkInWords(seconds)}.`
}
