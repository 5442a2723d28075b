import Alert from '@cloudscape-design/components/alert'
import type { ApiError } from '../../api/api-error.ts'
import { ErrorText } from '../../shell/load-states.tsx'
import { markProblemHeader } from './notification-words.ts'

export function MarkProblem({ problem }: { readonly problem: ApiError }) {
  return (
    <div role="alert">
      <Alert type="error" header={markProblemHeader(problem)}>
        <ErrorText error={problem} />
      </Alert>
    </div>
  )
}
