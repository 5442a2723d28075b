import Alert from '@cloudscape-design/components/alert'
import type { ApiError } from '../../api/api-error.ts'
import { problemHeader } from '../../forms/problem-header.ts'
import { ErrorText } from '../../shell/load-states.tsx'

export function MarkProblem({ problem }: { readonly problem: ApiError }) {
  return (
    <div role="alert">
      <Alert type="error" header={problemHeader(problem, 'marked')}>
        <ErrorText error={problem} />
      </Alert>
    </div>
  )
}
