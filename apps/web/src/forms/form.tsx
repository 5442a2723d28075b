import { zodResolver } from '@hookform/resolvers/zod'
import Button from '@cloudscape-design/components/button'
import CloudscapeForm from '@cloudscape-design/components/form'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState, type ReactNode } from 'react'
import {
  useForm,
  useWatch,
  type Control,
  type DefaultValues,
  type FieldErrors,
  type FieldValues,
} from 'react-hook-form'
import { ChangeList } from './change-list.tsx'
import { changesBetween, fieldNames, type Change, type FieldTexts, type FormSchema } from './changes.ts'
import { ConfirmSave, type SaveQuestion } from './confirm-save.tsx'
import { ConflictPanel } from './conflict-panel.tsx'
import { firstMessage } from './first-message.ts'
import { FormProblemText } from './form-problem.tsx'
import { useUnsavedChanges } from './unsaved-changes.tsx'
import { useFormSave, type Base } from './use-form-save.ts'

interface FormProps<Input extends FieldValues, Output extends FieldValues> {
  /** Its accessible name, and what the question about unsaved changes calls it. */
  readonly name: string
  readonly schema: FormSchema<Input, Output>
  readonly fields: FieldTexts<Output>
  /** Read once. What is read again while the form is open cannot change what was typed. */
  readonly initial: Base<Input>
  /** Throws what the API threw. Closing the form after success is the caller's. */
  readonly onSave: (values: Output, version: string) => Promise<unknown>
  readonly onCancel: () => void
  /** The state of this form in the `current` of a conflict; undefined where that cannot be read. */
  readonly readCurrent?: (current: unknown) => Base<Input> | undefined
  /** What to ask before this is saved, where harm is possible. */
  readonly question?: (changes: readonly Change[]) => SaveQuestion | undefined
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
  const [asked, setAsked] = useState<{ question: SaveQuestion; values: Output }>()
  const current = useWatch({ control: form.control }) as Input
  const changes = changesBetween({ schema, fields }, base.values, current)
  useUnsavedChanges(props.name, changes.length > 0)

  async function submit(values: Output): Promise<void> {
    const question = props.question?.(changes)
    if (question === undefined) return save(values)
    return setAsked({ question, values })
  }

  function refuse(errors: FieldErrors<Input>): void {
    setProblem({
      kind: 'fields',
      faults: fieldNames(fields).flatMap((name) => {
        const message = firstMessage(errors[name])
        return message === undefined ? [] : [{ label: fields[name].label, message }]
      }),
    })
  }

  return (
    <form
      aria-label={props.name}
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.stopPropagation()
        if (createText === undefined && changes.length === 0) return event.preventDefault()
        return void form.handleSubmit(submit, refuse)(event)
      }}
    >
      <CloudscapeForm
        errorText={problem !== undefined && <FormProblemText problem={problem} />}
        errorIconAriaLabel="Error"
        actions={
          <FormButtons>
            <Button formAction="none" variant="link" onClick={props.onCancel}>
              Cancel
            </Button>
            <SaveButton createText={createText} count={changes.length} isSaving={isSaving} />
          </FormButtons>
        }
        secondaryActions={createText === undefined && changes.length > 0 && <ChangeList changes={changes} />}
      >
        <div className="form-fields">
          {props.children(form.control)}
          {conflict !== undefined && <ConflictPanel collisions={conflict.collisions} onResolve={resolve} />}
        </div>
      </CloudscapeForm>
      {asked !== undefined && (
        <ConfirmSave
          question={asked.question}
          onCancel={() => setAsked(undefined)}
          onConfirm={() => {
            setAsked(undefined)
            void save(asked.values)
          }}
        />
      )}
    </form>
  )
}

/**
 * A press on a button takes the focus from the field, whose fault then appears and moves the button away from under the
 * pointer: the click would be lost. So the pointer leaves the focus where it is.
 */
function FormButtons({ children }: { readonly children: ReactNode }) {
  return (
    <div role="presentation" onMouseDown={(event) => event.preventDefault()}>
      <SpaceBetween direction="horizontal" size="xs">
        {children}
      </SpaceBetween>
    </div>
  )
}

interface SaveButtonProps {
  readonly createText: string | undefined
  readonly count: number
  readonly isSaving: boolean
}

function SaveButton({ createText, count, isSaving }: SaveButtonProps) {
  const isIdle = createText === undefined && count === 0
  const text = createText ?? (count === 0 ? 'Save' : count === 1 ? 'Save 1 change' : `Save ${count} changes`)
  return (
    <Button
      variant="primary"
      formAction="submit"
      loading={isSaving}
      loadingText="Saving"
      disabled={isIdle}
      {...(isIdle && { disabledReason: 'Nothing is changed yet.' })}
    >
      {text}
    </Button>
  )
}
