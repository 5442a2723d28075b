import FormField from '@cloudscape-design/components/form-field'
import Input, { type InputProps } from '@cloudscape-design/components/input'
import type { ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import { useField, type FieldProps } from './field.ts'
import { LockedField } from './locked-field.tsx'

interface TextFieldProps<Input extends FieldValues, Output extends FieldValues> extends FieldProps<Input, Output> {
  /** What is good to know while typing; a function sees the text of the moment. */
  readonly hint?: ReactNode | ((value: string) => ReactNode)
  readonly type?: InputProps.Type
  readonly inputMode?: InputProps.InputMode
  readonly placeholder?: string
  /** `sometimes`: another field decides, and the hint says so. Default: always. */
  readonly isRequired?: 'never' | 'sometimes'
}

export function TextField<In extends FieldValues, Out extends FieldValues>(props: TextFieldProps<In, Out>) {
  const { ref, name, value, onChange, onBlur, errorText } = useField(props)
  const text: string = value
  if (props.lockedReason !== undefined) {
    return <LockedField label={props.label} value={text === '' ? '–' : text} reason={props.lockedReason} />
  }
  return (
    <FormField
      label={
        props.isRequired === 'never' ? (
          <>
            {props.label} <i>- optional</i>
          </>
        ) : (
          props.label
        )
      }
      description={props.description}
      constraintText={typeof props.hint === 'function' ? props.hint(text) : props.hint}
      errorText={errorText}
    >
      <Input
        ref={ref}
        name={name}
        value={text}
        onChange={({ detail }) => onChange(detail.value)}
        onBlur={onBlur}
        // Of a password, browsers would offer the person's own.
        autoComplete={props.type === 'password' ? 'new-password' : false}
        spellcheck={false}
        nativeInputAttributes={{ dir: 'auto' }}
        ariaRequired={props.isRequired === undefined}
        type={props.type ?? 'text'}
        {...(props.inputMode !== undefined && { inputMode: props.inputMode })}
        {...(props.placeholder !== undefined && { placeholder: props.placeholder })}
      />
    </FormField>
  )
}
