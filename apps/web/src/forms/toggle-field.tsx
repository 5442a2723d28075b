import FormField from '@cloudscape-design/components/form-field'
import Toggle from '@cloudscape-design/components/toggle'
import type { FieldValues } from 'react-hook-form'
import { useField, type FieldProps } from './field.ts'
import { LockedField } from './locked-field.tsx'

export function ToggleField<In extends FieldValues, Out extends FieldValues>(props: FieldProps<In, Out>) {
  const { ref, name, value, onChange, onBlur, errorText } = useField(props)
  if (props.lockedReason !== undefined) {
    return <LockedField label={props.label} value={value === true ? 'On' : 'Off'} reason={props.lockedReason} />
  }
  return (
    <FormField errorText={errorText}>
      <Toggle
        ref={ref}
        name={name}
        checked={value}
        description={props.description}
        onChange={({ detail }) => onChange(detail.checked)}
        onBlur={onBlur}
      >
        {props.label}
      </Toggle>
    </FormField>
  )
}
