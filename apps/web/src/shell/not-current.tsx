import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import { Instant } from './as-of.tsx'
import type { ListProblem } from './list-age.ts'

interface NotCurrentProps {
  readonly problem: ListProblem
  readonly isRetrying: boolean
  readonly onRetry: () => void
}

/** Over a list that could not be read anew: why, since when, and another try. No Alert, for the banner's reason. */
export function NotCurrent({ problem, isRetrying, onRetry }: NotCurrentProps) {
  return (
    <output>
      <Box padding={{ bottom: 'm' }}>
        <Box color="text-status-warning" fontWeight="bold">
          Not current: what you see is as last read.
        </Box>
        Reading it anew failed at <Instant instant={problem.at} />. {problem.message}{' '}
        <Button variant="inline-link" loading={isRetrying} loadingText="Trying again" onClick={onRetry}>
          Try again
        </Button>
      </Box>
    </output>
  )
}
