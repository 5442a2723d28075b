import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import { useMutation } from '@tanstack/react-query'
import { exportFormat, type ChangeExport, type ExportFormat } from '@patchbay/contract'
import { useState } from 'react'
import { toApiError } from '../../api/api-error.ts'
import { api } from '../../api/client.ts'
import { clearFlashes, flash } from '../../shell/flash.ts'
import { readExport, saveFile } from './export-file.ts'
import { ExportDone, ExportFailed } from './export-outcome.tsx'

interface ExportChangesProps {
  readonly filter: Omit<ChangeExport, 'format' | 'part'>
  /** How many were found. */
  readonly total: number | undefined
  /** The trail's own records name everybody, so only who sees everything gets them. */
  readonly seesAll: boolean
}

export function ExportChanges({ filter, total, seesAll }: ExportChangesProps) {
  const [count, setCount] = useState<number>()
  const download = useMutation({
    mutationFn: (format: ExportFormat) =>
      readExport({ ...filter, format }, (input) => api.changes.export.call(input), setCount),
    onMutate: () => {
      clearFlashes()
      setCount(undefined)
    },
    onSuccess: (file) => {
      saveFile(file)
      flash(<ExportDone file={file} />)
    },
  })
  const found = total === undefined ? 'what was found' : `${total.toLocaleString('en')} found`
  const locked = seesAll
    ? {}
    : { disabled: true, disabledReason: 'Only someone who may see everything can export the trail’s own records.' }
  return (
    <>
      <ButtonDropdown
        items={[
          { id: 'csv', text: `CSV of ${found}, for spreadsheets` },
          { id: 'json-lines', text: `JSON lines of ${found}, each with its proof`, ...locked },
          { id: 'records', text: 'JSON lines of the whole trail, with its proof', ...locked },
        ]}
        loading={download.isPending}
        loadingText={count === undefined ? 'Exporting' : `Exporting, ${count.toLocaleString('en')} so far`}
        onItemClick={({ detail }) => download.mutate(exportFormat.parse(detail.id))}
      >
        Export
      </ButtonDropdown>
      {download.error !== null && <ExportFailed error={toApiError(download.error)} onClose={() => download.reset()} />}
    </>
  )
}
