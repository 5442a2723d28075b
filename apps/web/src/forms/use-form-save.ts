import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { toApiError, type ApiError } from '../api/api-error.ts'
import { clearFlashes } from '../shell/flash.ts'
import {
  changesBetween,
  collisionsBetween,
  takeTheirs,
  type Collision,
  type FieldTexts,
  type FormSchema,
} from './changes.ts'
import { findField, landFaults } from './field-faults.ts'
import type { FormProblem } from './form-problem.tsx'

/** What a form began with: its values, and the version of the resource that they were read from. */
export interface Base<Input> {
  readonly values: Input
  readonly version: string
}

/** What goes with the values of a save. */
export interface SaveBase {
  readonly version: string
  /** Where one is asked for. */
  readonly reason?: string
}

interface FormSave<Input extends FieldValues, Output extends FieldValues> {
  readonly form: UseFormReturn<Input, unknown, Output>
  readonly schema: FormSchema<Input, Output>
  readonly fields: FieldTexts<Output>
  readonly initial: Base<Input>
  readonly onSave: (values: Output, base: SaveBase) => Promise<unknown>
  readonly readCurrent: ((current: unknown) => Base<Input> | undefined) | undefined
}

interface Conflict<Input> {
  readonly theirs: Base<Input>
  readonly mine: Input
  readonly collisions: readonly Collision[]
}

/** Saving, and everything that can stand in its way. What was typed stays in every case. */
export function useFormSave<Input extends FieldValues, Output extends FieldValues>(given: FormSave<Input, Output>) {
  const { form, fields } = given
  const [base, setBase] = useState(given.initial)
  const [problem, setProblem] = useState<FormProblem>()
  const [conflict, setConflict] = useState<Conflict<Input>>()
  const mutation = useMutation({
    mutationFn: ({ values, reason }: { values: Output; reason: string | undefined }) =>
      given.onSave(values, { version: base.version, ...(reason !== undefined && { reason }) }),
  })

  function land(error: ApiError): void {
    landFaults(form, fields, error.fields)
    setProblem({
      kind: 'refused',
      error,
      faults: error.fields.map((fault) => ({ label: labelOf(fields, fault.field), message: fault.message })),
    })
  }

  function collide(error: ApiError): void {
    const theirs = given.readCurrent?.(error.current)
    if (theirs === undefined) return land(error)
    const mine = form.getValues()
    const collisions = collisionsBetween(given, { base: base.values, theirs: theirs.values, mine })
    if (collisions.length > 0) return setConflict({ theirs, mine, collisions })
    // No collision, so what they changed of this form I have the same way.
    const same = changesBetween(given, base.values, theirs.values).map((change) => change.label)
    const isLeft = changesBetween(given, theirs.values, mine).length > 0
    rebase(theirs, mine)
    return setProblem(same.length === 0 ? { kind: 'moved-on' } : { kind: 'settled', labels: same, isLeft })
  }

  function rebase(theirs: Base<Input>, values: Input): void {
    setBase(theirs)
    form.reset(values)
  }

  async function save(values: Output, reason: string | undefined): Promise<void> {
    clearFlashes()
    setProblem(undefined)
    setConflict(undefined)
    try {
      await mutation.mutateAsync({ values, reason })
    } catch (thrown) {
      const error = toApiError(thrown)
      if (error.code === 'CONFLICT') return collide(error)
      const current = error.code === 'change.partly_done' ? given.readCurrent?.(error.current) : undefined
      if (current !== undefined) setBase(current)
      land(error)
    }
  }

  return {
    base,
    conflict,
    problem,
    setProblem,
    isSaving: mutation.isPending,
    save,
    /** `taken`: those of the collisions in which theirs is right. */
    resolve: (taken: readonly Collision[]) => {
      if (conflict === undefined) return
      const { theirs, mine } = conflict
      rebase(theirs, takeTheirs(fields, { theirs: theirs.values, mine }, taken))
      setConflict(undefined)
    },
  }
}

function labelOf<Output>(fields: FieldTexts<Output>, path: string): string {
  const name = findField(fields, path)
  return name === undefined ? path : fields[name].label
}
