import { zodResolver } from '@hookform/resolvers/zod'
import Container from '@cloudscape-design/components/container'
import CloudscapeForm from '@cloudscape-design/components/form'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'

import { permissionCatalogue } from '@patchbay/contract/permission-catalogue'
import { useMemo, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { changesBetween } from '../../forms/changes.ts'
import { ConfirmSave, type SaveQuestion } from '../../forms/confirm-save.tsx'
import { DownNote } from '../../forms/down-note.tsx'
import { problemOf } from '../../forms/field-faults.ts'
import { FormActions } from '../../forms/form-actions.tsx'
import { FormProblemText } from '../../forms/form-problem.tsx'
import { useUnsavedChanges } from '../../forms/unsaved-changes.tsx'
import type { SaveBase } from '../../forms/use-form-save.ts'
import { useReason } from '../../forms/use-reason.tsx'
import { ChangeSummary } from './change-summary.tsx'
import { askBeforeSave } from './ask-before-save.tsx'
import { MatrixPanel } from './matrix-panel.tsx'
import { diffPermissions } from './permission-diff.ts'
import { buildMatrix, labelOf } from './permission-matrix.ts'
import type { Ungrantable } from './permission-selection.ts'
import { ProfileConflictPanel } from './profile-conflict.tsx'
import { ProfileFields } from './profile-fields.tsx'
import { FieldChanges } from './field-changes.tsx'
import {
  createSchema,
  editSchema,
  profileTexts,
  type ProfileBase,
  type ProfileInput,
  type ProfileOutput,
} from './profile-values.ts'
import type { MatrixSearch } from './security-profiles-search.ts'
import { createSelectionStore, useSelected } from './selection-store.ts'
import { useProfileSave, type SavedProfile } from './use-profile-save.ts'
import classes from './permission-matrix.module.css'

interface ProfileFormProps {
  /** Its accessible name, and what the question about unsaved changes calls it. */
  readonly name: string
  /** Read once: what is read again while the form is open cannot change what was typed. */
  readonly initial: ProfileBase
  readonly onSave: (values: ProfileOutput, permissions: string[], base: SaveBase) => Promise<SavedProfile>
  readonly onSaved: (profile: SavedProfile) => void
  readonly onCancel: () => void
  /** How many people hold the profile. 'new': it does not exist yet; undefined: nobody could count them. */
  readonly people: number | 'new' | undefined
  readonly ungrantable: Ungrantable
  readonly search: MatrixSearch
  readonly onSearch: (search: MatrixSearch) => void
}

const catalogueMatrix = buildMatrix(permissionCatalogue)

const RENAME_REASON = 'Amazon Connect has no operation that renames a security profile. Create another one instead.'

/** Create and edit in one: the fields, the matrix, and what the change means. */
export function ProfileForm(props: ProfileFormProps) {
  const { initial, people } = props
  const isNew = people === 'new'
  const schema = isNew ? createSchema : editSchema
  const form = useForm<ProfileInput, unknown, ProfileOutput>({
    resolver: zodResolver(schema),
    defaultValues: initial.values,
    mode: 'onTouched',
  })
  const [store] = useState(() => createSelectionStore(initial.permissions))
  const saving = useProfileSave({
    ...props,
    form,
    schema: createSchema,
    store,
    labelOf: (name) => labelOf(catalogueMatrix, name),
  })
  const { base, conflict, problem } = saving
  // Names that a colleague granted meanwhile may be unknown too.
  const matrix = useMemo(
    () => buildMatrix(permissionCatalogue, [...initial.permissions, ...base.permissions]),
    [initial, base],
  )
  const reason = useReason({ field: 'asked', refusal: problem?.kind === 'refused' ? problem.error : undefined })
  const [asked, setAsked] = useState<{ question: SaveQuestion; values: ProfileOutput }>()
  const current = useWatch({ control: form.control, compute: (values: ProfileInput) => values })
  const changes = changesBetween({ schema, fields: profileTexts }, base.values, current)
  const moved = useSelected(store, (one) => one.base.symmetricDifference(one.held).size)
  const count = changes.length + moved
  useUnsavedChanges(props.name, count > 0)

  async function submit(values: ProfileOutput): Promise<void> {
    if (!reason.check()) return undefined
    const { base: before, held } = store.get()
    const question = askBeforeSave(diffPermissions(before, held), people, matrix)
    if (!question) return saving.save(values, reason.value)
    return setAsked({ question, values })
  }

  return (
    <form
      aria-label={props.name}
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        if (isNew || count > 0)
          void form.handleSubmit(submit, (errors) => saving.setProblem(problemOf(errors, profileTexts)))(event)
      }}
    >
      <CloudscapeForm
        errorText={problem && <FormProblemText problem={problem} />}
        errorIconAriaLabel="Error"
        actions={
          <FormActions
            createText={isNew ? 'Create security profile' : undefined}
            count={count}
            isSaving={saving.isSaving}
            onCancel={props.onCancel}
          />
        }
        secondaryActions={!isNew && <FieldChanges changes={changes} moved={moved} store={store} />}
      >
        <DownNote />
        <SpaceBetween size="l">
          {conflict && (
            <ProfileConflictPanel
              conflict={conflict}
              matrix={matrix}
              onPutOnTop={saving.putOnTop}
              onTakeTheirs={saving.takeTheirs}
            />
          )}
          <Container header={<Header variant="h2">Details</Header>}>
            <ProfileFields control={form.control} nameLockedReason={isNew ? undefined : RENAME_REASON} />
          </Container>
          <Container header={<Header variant="h2">Permissions</Header>}>
            <div className={classes['split']}>
              <MatrixPanel
                matrix={matrix}
                store={store}
                ungrantable={props.ungrantable}
                search={props.search}
                onSearch={props.onSearch}
              />
              <ChangeSummary matrix={matrix} store={store} people={people} />
            </div>
          </Container>
          {reason.field}
        </SpaceBetween>
      </CloudscapeForm>
      {asked && (
        <ConfirmSave
          question={asked.question}
          onCancel={() => setAsked(undefined)}
          onConfirm={() => {
            setAsked(undefined)
            void saving.save(asked.values, reason.value)
          }}
        />
      )}
    </form>
  )
}
