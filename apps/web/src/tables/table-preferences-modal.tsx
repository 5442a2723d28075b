import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import FormField from '@cloudscape-design/components/form-field'
import Modal from '@cloudscape-design/components/modal'
import RadioGroup from '@cloudscape-design/components/radio-group'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import type { TablePreferences } from './table-preferences.ts'

export interface TablePreferencesModalProps {
  readonly preferences: TablePreferences
  readonly onChange: (next: TablePreferences) => void
  readonly onClose: () => void
  readonly columns: readonly { readonly id: string; readonly label: string; readonly alwaysVisible?: boolean }[]
  /** Left out: the table has no pages. */
  readonly pageSizes?: readonly number[]
  /** What the rows are, as in `people`. */
  readonly noun: string
}

export function TablePreferencesModal(props: TablePreferencesModalProps) {
  const [chosen, setChosen] = useState(props.preferences)
  const apply = () => {
    props.onChange(chosen)
    props.onClose()
  }
  return (
    <Modal
      visible
      header="How the table looks"
      closeAriaLabel="Close without a change"
      onDismiss={props.onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={props.onClose}>
              Cancel
            </Button>
            <Button variant="primary" onClick={apply}>
              Apply
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <ColumnLayout columns={2}>
        <SpaceBetween size="l">
          {props.pageSizes !== undefined && (
            <FormField label="Page size">
              <RadioGroup
                value={String(chosen.pageSize)}
                items={props.pageSizes.map((size) => ({ value: String(size), label: `${size} ${props.noun}` }))}
                onChange={({ detail }) => setChosen({ ...chosen, pageSize: Number(detail.value) })}
              />
            </FormField>
          )}
          <Checkbox
            checked={chosen.wrapLines}
            description="Show long text whole, on several lines"
            onChange={({ detail }) => setChosen({ ...chosen, wrapLines: detail.checked })}
          >
            Wrap lines
          </Checkbox>
          <Checkbox
            checked={chosen.contentDensity === 'compact'}
            description="More rows in the same space"
            onChange={({ detail }) =>
              setChosen({ ...chosen, contentDensity: detail.checked ? 'compact' : 'comfortable' })
            }
          >
            Compact
          </Checkbox>
        </SpaceBetween>
        <Columns columns={props.columns} chosen={chosen} onChange={setChosen} />
      </ColumnLayout>
    </Modal>
  )
}

interface ColumnsProps {
  readonly columns: TablePreferencesModalProps['columns']
  readonly chosen: TablePreferences
  readonly onChange: (next: TablePreferences) => void
}

function Columns({ columns, chosen, onChange }: ColumnsProps) {
  const show = (id: string, visible: boolean) =>
    onChange({
      ...chosen,
      contentDisplay: chosen.contentDisplay.map((one) => (one.id === id ? { id, visible } : one)),
    })
  return (
    <fieldset className="plain-fieldset">
      <legend>
        <Box variant="awsui-key-label">Columns</Box>
      </legend>
      <SpaceBetween size="xs">
        {columns.map(({ id, label, alwaysVisible = false }) => (
          <Checkbox
            key={id}
            checked={alwaysVisible || chosen.contentDisplay.some((one) => one.id === id && one.visible)}
            disabled={alwaysVisible}
            onChange={({ detail }) => show(id, detail.checked)}
          >
            {label}
          </Checkbox>
        ))}
      </SpaceBetween>
    </fieldset>
  )
}
