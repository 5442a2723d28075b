import { zodResolver } from '@hookform/resolvers/zod'
import CloudscapeForm from '@cloudscape-design/components/form'
import { useState, type ReactNode } from 'react'
import { useForm, useWatch, type Control, type DefaultValues, type FieldValues } from 'react-hook-form'
import { ChangeList } from './change-list.tsx'
import { changesBetween, type Change, type FieldTexts, type FormSchema } from './changes.ts'
import { ConfirmSave, type SaveQuestion } from './confirm-save.tsx'
import { ConflictPanel } from './conflict-panel.tsx'
import { problemOf } from './field-faults.ts'
import { DownNote } from './down-note.tsx'
import { FormActions } from './form-actions.tsx'
import { FormProblemText } from './form-problem.tsx'
import { useUnsavedChanges } from './unsaved-changes.tsx'
import { useReason } from './use-reason.tsx'
import { useFormSave, type Base, type SaveBase } from './use-form-save.ts'

interface FormProps<Input extends FieldValues, Output extends FieldValues> {
  /** Its accessible name, and what the question about unsaved changes calls it. */
  readonly name: string
  readonly schema: FormSchema<Input, Output>
  readonly fields: FieldTexts<Output>
  /** Read once. What is read again while the form is open cannot change what was typed. */
  readonly initial: Base<Input>
  /** Throws what the API threw. Closing the form after success is the caller's. */
  readonly onSave: (values: Output, base: SaveBase) => Promise<unknown>
  readonly onCancel: () => void
  /** The state of this form in the `current` of a conflict; undefined where that cannot be read. */
  readonly readCurrent?: (current: unknown) => Base<Input> | undefined
  /** What to ask before this is saved, where harm is possible. */
  readonly question?: (changes: readonly Change[], values: Output) => SaveQuestion | undefined
  /** For a form that creates: the text of its button. Without it the button counts the changes. */
  readonly createText?: string
  readonly children: (control: Control<Input, unknown, Output>) => ReactNode
}

/** The one form: validation, before → after, saving, faults at their field, conflicts, unsaved changes. */
export function Form<Input extends FieldValues, Output extends FieldValues>(props: FormProps<Input, Output>) {
  const { schema, fields, initial, createText } = props
  const form = useForm<Input, unknown, Output>({
    resolver: zodResolver<Input, unknown, Output>(schema),
    defaultValues: initial.values as DefaultValues<Input>,
    mode: 'onTouched',
  })
  const { base, conflict, problem, setProblem, isSaving, save, resolve } = useFormSave({
    form,
    schema,
    fields,
    initial,
    onSave: props.onSave,
    readCurrent: props.readCurrent,
  })
  const reason = useReason({
    field: 'reason' in fields ? 'elsewhere' : 'asked',
    refusal: problem?.kind === 'refused' ? problem.error : undefined,
  })
  const [asked, setAsked] = useState<{ question: SaveQuestion; values: Output }>()
  const current = useWatch({ control: form.control }) as Input
  const changes = changesBetween({ schema, fields }, base.values, current)
  useUnsavedChanges(props.name, changes.length > 0)

  async function submit(values: Output): Promise<void> {
    if (!reason.check()) return undefined
    const question = props.question?.(changes, values)
    if (question === undefined) return save(values, reason.value)
    return setAsked({ question, values })
  }

  return (
    <form
      aria-label={props.name}
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.stopPropagation()
        if (createText === undefined && changes.length === 0) return event.preventDefault()
        return void form.handleSubmit(submit, (errors) => setProblem(problemOf(errors, fields)))(event)
      }}
    >
      <CloudscapeForm
        errorText={problem !== undefined && <FormProblemText problem={problem} />}
        errorIconAriaLabel="Error"
        actions={
          <FormActions createText={createText} count={changes.length} isSaving={isSaving} onCancel={props.onCancel} />
        }
        secondaryActions={createText === undefined && changes.length > 0 && <ChangeList changes={changes} />}
      >
        <DownNote />
        <div className="form-fields">
          {props.children(form.control)}
          {reason.field}
          {conflict !== undefined && <ConflictPanel collisions={conflict.collisions} onResolve={resolve} />}
        </div>
      </CloudscapeForm>
      {asked !== undefined && (
        <ConfirmSave
          question={asked.question}
          onCancel={() => setAsked(undefined)}
          onConfirm={() => {
            setAsked(undefined)
            void save(asked.values, reason.value)
          }}
        />
      )}
    </form>
  )
}
