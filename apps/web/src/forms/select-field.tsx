import FormField from '@cloudscape-design/components/form-field'
import Select from '@cloudscape-design/components/select'
import type { FieldValues } from 'react-hook-form'
import { choiceOf, selectProps, type Choices } from './choices.ts'
import { useField, type FieldProps } from './field.ts'
import { LockedField } from './locked-field.tsx'

interface SelectFieldProps<Input extends FieldValues, Output extends FieldValues> extends FieldProps<Input, Output> {
  readonly choices: Choices
  /** What a value is called that the list does not have. */
  readonly nameOf: (value: string) => string
  /** What the things are, as in `routing profiles`. */
  readonly noun: string
}

/** One of a list, found by typing. The form holds its value, an empty text for "nothing chosen yet". */
export function SelectField<In extends FieldValues, Out extends FieldValues>(props: SelectFieldProps<In, Out>) {
  const { ref, value, onChange, onBlur, errorText } = useField(props)
  const selected = value === '' ? null : choiceOf(props.choices, value, props.nameOf)
  if (props.lockedReason !== undefined) {
    return <LockedField label={props.label} value={selected?.label ?? '–'} reason={props.lockedReason} />
  }
  return (
    <FormField label={props.label} description={props.description} errorText={errorText}>
      <Select
        ref={ref}
        selectedOption={selected}
        onChange={({ detail }) => onChange(detail.selectedOption.value)}
        onBlur={onBlur}
        placeholder="Choose one"
        {...selectProps(props.choices, props.noun)}
      />
    </FormField>
  )
}
