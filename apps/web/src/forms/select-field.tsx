import FormField from '@cloudscape-design/components/form-field'
import Select from '@cloudscape-design/components/select'
import type { FieldValues } from 'react-hook-form'
import { useField, type FieldProps } from './field.ts'
import { LockedField } from './locked-field.tsx'

interface SelectFieldProps<Input extends FieldValues, Output extends FieldValues> extends FieldProps<Input, Output> {
  readonly options: readonly { readonly value: string; readonly label: string; readonly description?: string }[]
  readonly placeholder?: string
}

export function SelectField<In extends FieldValues, Out extends FieldValues>(props: SelectFieldProps<In, Out>) {
  const { ref, value, onChange, onBlur, errorText } = useField(props)
  const chosen = props.options.find((option) => option.value === value)
  if (props.lockedReason !== undefined) {
    return <LockedField label={props.label} value={chosen?.label ?? '–'} reason={props.lockedReason} />
  }
  return (
    <FormField label={props.label} description={props.description} errorText={errorText}>
      <Select
        ref={ref}
        selectedOption={chosen ?? null}
        options={props.options}
        placeholder={props.placeholder ?? 'Choose'}
        filteringType={props.options.length > 8 ? 'auto' : 'none'}
        onChange={({ detail }) => onChange(detail.selectedOption.value)}
        onBlur={onBlur}
      />
    </FormField>
  )
}
