import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form'
import { firstMessage } from './first-message.ts'

/** What every field takes. The form's name for it binds label, control, fault and change together. */
export interface FieldProps<Input extends FieldValues, Output extends FieldValues> {
  readonly control: Control<Input, unknown, Output>
  readonly name: FieldPath<Input>
  readonly label: string
  readonly description?: string
  /** Set: the person may not change it. The value stands there as text, with this reason. */
  readonly lockedReason?: string | undefined
  /** Fields whose validity hangs on this one's value. */
  readonly revalidates?: FieldPath<Input>[]
}

export function useField<Input extends FieldValues, Output extends FieldValues>({
  control,
  name,
  revalidates,
}: Pick<FieldProps<Input, Output>, 'control' | 'name' | 'revalidates'>) {
  const { field, fieldState } = useController({
    control,
    name,
    ...(revalidates !== undefined && { rules: { deps: revalidates } }),
  })
  return { ...field, errorText: firstMessage(fieldState.error) }
}
