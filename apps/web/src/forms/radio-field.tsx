import FormField from '@cloudscape-design/components/form-field'
import RadioGroup from '@cloudscape-design/components/radio-group'
import type { FieldValues } from 'react-hook-form'
import { useField, type FieldProps } from './field.ts'
import { LockedField } from './locked-field.tsx'

interface RadioFieldProps<Input extends FieldValues, Output extends FieldValues> extends FieldProps<Input, Output> {
  readonly options: readonly { readonly value: string; readonly label: string; readonly description?: string }[]
  readonly direction?: 'horizontal'
}

export function RadioField<In extends FieldValues, Out extends FieldValues>(props: RadioFieldProps<In, Out>) {
  const { ref, name, value, onChange, errorText } = useField(props)
  if (props.lockedReason !== undefined) {
    const chosen = props.options.find((option) => option.value === value)
    return <LockedField label={props.label} value={chosen?.label ?? value} reason={props.lockedReason} />
  }
  return (
    <FormField label={props.label} description={props.description} errorText={errorText}>
      <RadioGroup
        ref={ref}
        name={name}
        value={value}
        items={[...props.options]}
        direction={props.direction ?? 'vertical'}
        onChange={({ detail }) => onChange(detail.value)}
      />
    </FormField>
  )
}
