import type { Control, FieldPath, FieldValues } from 'react-hook-form'
import type { z } from 'zod'
import { TextField } from '../../forms/text-field.tsx'
import {
  identityFieldNames,
  identityTexts,
  type IdentityField,
  type IdentityForm,
  type IdentityLocks,
} from './identity-form.ts'

interface FieldHelp {
  readonly hint?: string
  readonly type?: 'email'
  readonly inputMode?: 'tel'
  readonly isRequired?: 'never'
}

const help: Record<IdentityField, FieldHelp> = {
  firstName: {},
  lastName: {},
  email: { hint: 'Password resets go here.', type: 'email', isRequired: 'never' },
  secondaryEmail: { hint: 'Notifications go here, password resets do not.', type: 'email', isRequired: 'never' },
  mobile: { hint: 'With country code, as in +447700900123.', inputMode: 'tel', isRequired: 'never' },
}

interface IdentityFieldsProps<Input extends FieldValues, Output extends FieldValues> {
  readonly control: Control<Input, unknown, Output>
  readonly locks: IdentityLocks
}

/** The fields of a person's identity, in a form of their own or in one for the whole person. */
export function IdentityFields<In extends z.input<IdentityForm>, Out extends FieldValues>({
  control,
  locks,
}: IdentityFieldsProps<In, Out>) {
  return identityFieldNames.map((field) => (
    <TextField
      key={field}
      control={control}
      name={field as FieldPath<In>}
      label={identityTexts[field].label}
      lockedReason={locks[field]}
      {...(locks[field] === undefined ? help[field] : {})}
    />
  ))
}
