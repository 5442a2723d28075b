import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import FormField from '@cloudscape-design/components/form-field'
import Modal from '@cloudscape-design/components/modal'
import RadioGroup from '@cloudscape-design/components/radio-group'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useRef, useState } from 'react'
import { moveColumn, type TablePreferences } from './table-preferences.ts'
import classes from './table-preferences-modal.module.css'

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
  const list = useRef<HTMLDivElement>(null)
  const { contentDisplay } = chosen
  const show = (id: string, visible: boolean) =>
    onChange({ ...chosen, contentDisplay: contentDisplay.map((one) => (one.id === id ? { id, visible } : one)) })
  const move = (id: string, by: -1 | 1) => {
    onChange({ ...chosen, contentDisplay: moveColumn(contentDisplay, id, by) })
    const buttonOf = (name: 'up' | 'down') =>
      list.current?.querySelector<HTMLElement>(`[data-move="${name} ${id}"] button:not([disabled])`)
    // The focus goes with the column; at the end of the list, where it goes no further, to the other button.
    requestAnimationFrame(() =>
      (by === -1 ? (buttonOf('up') ?? buttonOf('down')) : (buttonOf('down') ?? buttonOf('up')))?.focus(),
    )
  }
  const ordered = contentDisplay.flatMap(({ id }) => columns.find((column) => column.id === id) ?? [])
  // What names the row stays first: it stays in sight while the others scroll.
  const movable = ordered.filter(({ alwaysVisible = false }) => !alwaysVisible)
  return (
    <fieldset className="plain-fieldset">
      <legend>
        <Box variant="awsui-key-label">Columns</Box>
      </legend>
      <div ref={list}>
        {ordered.map(({ id, label, alwaysVisible = false }) => (
          <div key={id} className={classes.column}>
            <Checkbox
              checked={alwaysVisible || contentDisplay.some((one) => one.id === id && one.visible)}
              disabled={alwaysVisible}
              onChange={({ detail }) => show(id, detail.checked)}
            >
              {label}
            </Checkbox>
            {!alwaysVisible && (
              <span>
                <span data-move={`up ${id}`}>
                  <Button
                    variant="inline-icon"
                    iconName="angle-up"
                    ariaLabel={`Move ${label} up`}
                    disabled={movable[0]?.id === id}
                    onClick={() => move(id, -1)}
                  />
                </span>
                <span data-move={`down ${id}`}>
                  <Button
                    variant="inline-icon"
                    iconName="angle-down"
                    ariaLabel={`Move ${label} down`}
                    disabled={movable.at(-1)?.id === id}
                    onClick={() => move(id, 1)}
                  />
                </span>
              </span>
            )}
          </div>
        ))}
      </div>
    </fieldset>
  )
}
