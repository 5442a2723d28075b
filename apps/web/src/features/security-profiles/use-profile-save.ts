import type { ChangeMark, SecurityProfile } from '@patchbay/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { toApiError, type ApiError } from '../../api/api-error.ts'
import { collisionsBetween, fieldNames, type Collision } from '../../forms/changes.ts'
import { landFaults } from '../../forms/field-faults.ts'
import type { FormProblem } from '../../forms/form-problem.tsx'
import type { SaveBase } from '../../forms/use-form-save.ts'
import { mergePermissions, type ThreeWay } from './permission-diff.ts'
import {
  findCurrent,
  profileTexts,
  toBase,
  type ProfileBase,
  type ProfileInput,
  type ProfileOutput,
} from './profile-values.ts'
import type { createSchema } from './profile-values.ts'
import type { SelectionStore } from './selection-store.ts'

export interface ProfileConflict {
  readonly theirs: ProfileBase
  readonly permissions: ThreeWay
  readonly collisions: readonly Collision[]
}

/** As a write answers it. */
export type SavedProfile = SecurityProfile & { readonly changes: readonly ChangeMark[] }

export type FieldChoices = Readonly<Record<string, 'mine' | 'theirs'>>

interface ProfileSave {
  readonly form: UseFormReturn<ProfileInput, unknown, ProfileOutput>
  readonly schema: typeof createSchema
  readonly store: SelectionStore
  readonly initial: ProfileBase
  readonly onSave: (values: ProfileOutput, permissions: string[], base: SaveBase) => Promise<SavedProfile>
  readonly onSaved: (profile: SavedProfile) => void
  /** "Users: Edit" for an API name, to say which permission was at fault. */
  readonly labelOf: (name: string) => string
}

/**
 * As `forms/use-form-save.ts`, with permissions merged as sets: two people who granted different permissions have no
 * conflict to decide, only something to know.
 */
export function useProfileSave({ form, schema, store, initial, onSave, onSaved, labelOf }: ProfileSave) {
  const [base, setBase] = useState(initial)
  const [problem, setProblem] = useState<FormProblem>()
  const [conflict, setConflict] = useState<ProfileConflict>()
  const mutation = useMutation({
    mutationFn: ({ values, reason }: { values: ProfileOutput; reason: string | undefined }) =>
      onSave(values, [...store.get().held].toSorted(), {
        version: base.version,
        ...(reason !== undefined && { reason }),
      }),
  })

  function land(error: ApiError): void {
    const faults = faultsOf(error)
    landFaults(form, profileTexts, faults)
    const held = [...store.get().held].toSorted()
    setProblem({
      kind: 'refused',
      error,
      faults: faults.map(({ field, message }) => ({ label: sayField(field, held, labelOf), message })),
    })
  }

  function rebase(next: ProfileBase, values: ProfileInput, held: ReadonlySet<string>): void {
    setBase(next)
    form.reset(values)
    store.set({ base: next.permissions, held })
  }

  function collide(error: ApiError): void {
    const current = findCurrent(error.current)
    if (!current) return land(error)
    const theirs = toBase(current)
    const permissions = mergePermissions(base.permissions, theirs.permissions, store.get().held)
    const collisions = collisionsBetween(
      { schema, fields: profileTexts },
      { base: base.values, theirs: theirs.values, mine: form.getValues() },
    )
    return setConflict({ theirs, permissions, collisions })
  }

  async function save(values: ProfileOutput, reason: string | undefined): Promise<void> {
    setProblem(undefined)
    setConflict(undefined)
    try {
      onSaved(await mutation.mutateAsync({ values, reason }))
    } catch (thrown) {
      const error = toApiError(thrown)
      if (error.code === 'CONFLICT') return collide(error)
      // What was done is done: what is left to change counts from there.
      const current = error.code === 'change.partly_done' ? findCurrent(error.current) : undefined
      if (current) rebase(toBase(current), form.getValues(), store.get().held)
      land(error)
    }
  }

  return {
    base,
    problem,
    setProblem,
    conflict,
    isSaving: mutation.isPending,
    save,
    /** My changes on top of theirs; for a text that both changed, as chosen. */
    putOnTop: (choices: FieldChoices) => {
      if (!conflict) return
      const { theirs, permissions } = conflict
      const values = { ...form.getValues() }
      for (const [field, choice] of Object.entries(choices)) {
        if (choice === 'theirs') Object.assign(values, { [field]: theirs.values[field as keyof ProfileInput] })
      }
      rebase(theirs, values, permissions.merged)
      setConflict(undefined)
    },
    /** Gives mine up. */
    takeTheirs: () => {
      if (!conflict) return
      rebase(conflict.theirs, conflict.theirs.values, conflict.theirs.permissions)
      setConflict(undefined)
    },
  }
}

/** The name is the field at fault of `profile.name_taken` even where the server does not say so. */
function faultsOf(error: ApiError): ApiError['fields'] {
  if (error.code !== 'profile.name_taken' || error.fields.length > 0) return error.fields
  return [{ field: 'name', message: error.message }]
}

/** `permissions.3` is the fourth name of what was sent. */
function sayField(path: string, sent: readonly string[], labelOf: (name: string) => string): string {
  const [field = path, place] = path.split('.')
  const known = fieldNames(profileTexts).find((name) => name === field)
  if (known) return profileTexts[known].label
  const name = field === 'permissions' && place !== undefined ? sent[Number(place)] : undefined
  return name === undefined ? 'Permissions' : labelOf(name)
}
