import FormField from '@cloudscape-design/components/form-field'
import Textarea from '@cloudscape-design/components/textarea'
import type { FieldValues } from 'react-hook-form'
import { useField, type FieldProps } from './field.ts'
import { LockedField } from './locked-field.tsx'

interface TextAreaFieldProps<Input extends FieldValues, Output extends FieldValues> extends FieldProps<Input, Output> {
  readonly hint?: string
}

export function TextAreaField<In extends FieldValues, Out extends FieldValues>(props: TextAreaFieldProps<In, Out>) {
  const { ref, name, value, onChange, onBlur, errorText } = useField(props)
  if (props.lockedReason !== undefined) {
    return <LockedField label={props.label} value={value === '' ? '–' : value} reason={props.lockedReason} />
  }
  return (
    <FormField label={props.label} description={props.description} constraintText={props.hint} errorText={errorText}>
      <Textarea
        ref={ref}
        name={name}
        value={value}
        rows={3}
        onChange={({ detail }) => onChange(detail.value)}
        onBlur={onBlur}
      />
    </FormField>
  )
}
