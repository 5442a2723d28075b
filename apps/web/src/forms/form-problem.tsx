import Box from '@cloudscape-design/components/box'
import { Suspense } from 'react'
import type { ApiError } from '../api/api-error.ts'
import { lazyPart } from '../shell/lazy-part.tsx'
import { ErrorText } from '../shell/load-states.tsx'

// Most saves work.
const FailedChanges = lazyPart(async () => (await import('./saved-changes.tsx')).FailedChanges)

interface FormFault {
  readonly label: string
  readonly message: string
}

/** What stands above the buttons after a save that did not work. */
export type FormProblem =
  | { readonly kind: 'fields'; readonly faults: readonly FormFault[] }
  | {
      readonly kind: 'refused'
      readonly error: ApiError
      readonly faults: readonly FormFault[]
    }
  | { readonly kind: 'moved-on' }
  /** Somebody else saved the same. `isLeft`: there is more in the form that they did not. */
  | { readonly kind: 'settled'; readonly labels: readonly string[]; readonly isLeft: boolean }

export function FormProblemText({ problem }: { readonly problem: FormProblem }) {
  if (problem.kind === 'moved-on') {
    return 'Something else was changed in the meantime, but no field of this form. Nothing was saved yet: save again to go on.'
  }
  if (problem.kind === 'settled') {
    const same = problem.labels.join(', ')
    return problem.isLeft
      ? `Somebody else saved the same in the meantime: ${same}. Your other changes are not saved yet: save again to go on.`
      : `Somebody else saved the same in the meantime: ${same}. Nothing is left to save.`
  }
  const { faults } = problem
  return (
    <>
      {problem.kind === 'fields' ? (
        <Box color="inherit">
          Nothing was saved. {faults.length === 1 ? 'One field needs' : `${faults.length} fields need`} another look:
        </Box>
      ) : (
        <ErrorText error={problem.error} />
      )}
      {faults.length > 0 && (
        <ul>
          {faults.map((fault) => (
            <li key={`${fault.label} ${fault.message}`}>{faultText(fault)}</li>
          ))}
        </ul>
      )}
      {problem.kind === 'refused' && problem.error.done.length > 0 && (
        <>
          <Steps title="Done" steps={problem.error.done} />
          <Steps title="Not done" steps={problem.error.notDone} />
        </>
      )}
      {problem.kind === 'refused' && problem.error.changes.length > 0 && (
        <Suspense>
          <FailedChanges changes={problem.error.changes} />
        </Suspense>
      )}
    </>
  )
}

/** The server says each step in a sentence of its own. */
function Steps({ title, steps }: { readonly title: string; readonly steps: readonly string[] }) {
  if (steps.length === 0) return null
  return (
    <>
      <Box color="inherit">{title}:</Box>
      <ul>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
    </>
  )
}

/** Most messages name their field themselves. */
function faultText({ label, message }: FormFault): string {
  return message.toLowerCase().includes(label.toLowerCase()) ? message : `${label}: ${message}`
}
