import type { FieldFault } from '@patchbay/contract'
import type { FieldErrors, FieldValues, Path, UseFormReturn } from 'react-hook-form'
import { fieldNames, type FieldTexts } from './changes.ts'
import { firstMessage } from './first-message.ts'
import type { FormProblem } from './form-problem.tsx'

/** What the form itself refuses, in the order of its fields. */
export function problemOf<Output>(errors: FieldErrors, fields: FieldTexts<Output>): FormProblem {
  return {
    kind: 'fields',
    faults: fieldNames(fields).flatMap((name) => {
      const message = firstMessage(errors[name])
      return message === undefined ? [] : [{ label: fields[name].label, message }]
    }),
  }
}

/** Puts what the server refused at its fields, and the focus on the first of them. */
export function landFaults<Input extends FieldValues, Output>(
  form: Pick<UseFormReturn<Input, unknown, Output & FieldValues>, 'setError' | 'setFocus'>,
  fields: FieldTexts<Output>,
  faults: readonly FieldFault[],
): void {
  const ordered = fieldNames(fields).flatMap((name) => {
    const fault = faults.find((one) => findField(fields, one.field) === name)
    return fault === undefined ? [] : [{ name: name as unknown as Path<Input>, message: fault.message }]
  })
  for (const { name, message } of ordered) form.setError(name, { type: 'server', message })
  const [first] = ordered
  if (first !== undefined) form.setFocus(first.name)
}

/** `tags.team` is a fault of the field `tags`, and `identity.firstName` of `firstName`: a form may be flat where its request is not. */
export function findField<Output>(fields: FieldTexts<Output>, path: string): (keyof Output & string) | undefined {
  const parts = path.split('.')
  return fieldNames(fields).find((name) => parts.includes(name))
}
