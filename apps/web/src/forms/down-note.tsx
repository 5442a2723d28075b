import Box from '@cloudscape-design/components/box'
import { useDownReason } from '../api/connection.ts'

/** On top of a form, so that nobody types first and learns then. */
export function DownNote() {
  const reason = useDownReason()
  return (
    <output>
      {reason !== undefined && (
        <Box padding={{ bottom: 's' }}>
          <Box color="text-status-warning" fontWeight="bold">
            This cannot be saved now.
          </Box>
          {reason} What you type stays.
        </Box>
      )}
    </output>
  )
}
