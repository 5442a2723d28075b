import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard'
import Modal from '@cloudscape-design/components/modal'
import type { ApiError } from '../../api/api-error.ts'
import { ErrorText } from '../../shell/load-states.tsx'
import type { ExportedFile } from './export-file.ts'

/** The head belongs beside the file: without it nobody can tell that its end was cut off. */
export function ExportDone({ file: { name, count, head } }: { readonly file: ExportedFile }) {
  return (
    <>
      {name} is exported: {count.toLocaleString('en')} {count === 1 ? 'entry' : 'entries'}, up to record{' '}
      {head.seq.toLocaleString('en')} of the trail. Keep its head beside the file:{' '}
      <CopyToClipboard
        variant="inline"
        textToCopy={JSON.stringify({ hash: head.hash, seq: head.seq })}
        textToDisplay={`${head.hash.slice(0, 12)}…`}
        copyButtonAriaLabel="Copy the head"
        copySuccessText="The head is copied."
        copyErrorText="The browser did not let us copy the head."
      />
    </>
  )
}

export function ExportFailed({ error, onClose }: { readonly error: ApiError; readonly onClose: () => void }) {
  return (
    <Modal
      visible
      header="Nothing was exported"
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <Button variant="primary" onClick={onClose}>
            Close
          </Button>
        </Box>
      }
    >
      <ErrorText error={error} />
    </Modal>
  )
}
