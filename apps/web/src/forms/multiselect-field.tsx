import FormField from '@cloudscape-design/components/form-field'
import Multiselect from '@cloudscape-design/components/multiselect'
import type { FieldValues } from 'react-hook-form'
import { choiceOf, selectProps, type Choices } from './choices.ts'
import { useField, type FieldProps } from './field.ts'
import { LockedField } from './locked-field.tsx'

interface MultiselectFieldProps<Input extends FieldValues, Output extends FieldValues> extends FieldProps<
  Input,
  Output
> {
  readonly choices: Choices
  /** What a value is called that the list does not have. */
  readonly nameOf: (value: string) => string
  /** What the things are, as in `security profiles`. */
  readonly noun: string
  readonly hint?: string
  /** What stands there while nothing is chosen, where that is as good as anything. */
  readonly none?: string
  /** Values that stay where their choice says why they cannot be taken away. */
  readonly held?: readonly string[]
}

/** Several of a list, found by typing. The form holds their values. */
export function MultiselectField<In extends FieldValues, Out extends FieldValues>(
  props: MultiselectFieldProps<In, Out>,
) {
  const { ref, value, onChange, onBlur, errorText } = useField(props)
  const values: readonly string[] = value
  const selected = values.map((one) => choiceOf(props.choices, one, props.nameOf))
  if (props.lockedReason !== undefined) {
    const text = selected.map((one) => one.label).join(', ')
    return <LockedField label={props.label} value={text === '' ? '–' : text} reason={props.lockedReason} />
  }
  return (
    <FormField
      label={props.label}
      description={props.description}
      constraintText={props.hint}
      errorText={errorText}
      stretch
    >
      <Multiselect
        ref={ref}
        // Ten of them with their descriptions would fill the window.
        selectedOptions={selected.map(({ value: one, label, disabledReason }) => ({
          value: one,
          label,
          disabled: disabledReason !== undefined && props.held?.includes(one) === true,
        }))}
        onChange={({ detail }) => onChange(detail.selectedOptions.flatMap((option) => option.value ?? []))}
        onBlur={onBlur}
        placeholder={values.length === 0 ? (props.none ?? 'Choose at least one') : `${values.length} chosen`}
        deselectAriaLabel={(option) => `Take away ${option.label ?? ''}`}
        {...selectProps(props.choices, props.noun)}
      />
    </FormField>
  )
}
