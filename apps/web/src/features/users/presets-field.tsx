import AttributeEditor from '@cloudscape-design/components/attribute-editor'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import type { Control } from 'react-hook-form'
import type { z } from 'zod'
import { useField } from '../../forms/field.ts'
import { useRowFocus } from '../../forms/use-row-focus.ts'
import { phoneTexts, phoneTypes } from './phone-form.ts'
import { emptyRow, findPresetFault, type PresetRow, type presetsForm } from './presets-form.ts'

interface Option<Value extends string> {
  readonly value: Value
  readonly label: string
}

const leave = { value: '', label: 'Leave as it is' } as const
const phoneOptions: readonly Option<PresetRow['phoneType']>[] = [
  leave,
  { value: 'SOFT_PHONE', label: phoneTypes.SOFT_PHONE },
  { value: 'DESK_PHONE', label: phoneTypes.DESK_PHONE },
]
const autoAcceptOptions: readonly Option<PresetRow['autoAccept']>[] = [
  leave,
  { value: 'on', label: 'On' },
  { value: 'off', label: 'Off' },
]

interface PresetsFieldProps {
  readonly control: Control<z.input<typeof presetsForm>, unknown, z.output<typeof presetsForm>>
}

export function PresetsField({ control }: PresetsFieldProps) {
  const { ref, value, onChange, onBlur, errorText } = useField({ control, name: 'items' })
  const rows = value as readonly PresetRow[]
  const { editor, adding } = useRowFocus({
    ref,
    rows,
    findFault: findPresetFault,
    controls: 'input',
    controlsPerRow: 2,
  })
  const change = (index: number, changed: Partial<PresetRow>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...changed } : row)))

  return (
    <div ref={editor}>
      <FormField label="Presets" stretch>
        <AttributeEditor
          items={rows}
          addButtonText="Add preset"
          removeButtonText="Remove"
          removeButtonAriaLabel={(row) => `Remove preset ${row.name}`}
          empty="No presets: nothing can be reset."
          onAddButtonClick={() => {
            adding()
            onChange([...rows, emptyRow])
          }}
          onRemoveButtonClick={({ detail }) => onChange(rows.filter((_, at) => at !== detail.itemIndex))}
          definition={[
            {
              label: 'Name',
              // A new line is not at fault before something was typed or the form was sent.
              errorText: (row) => (errorText === undefined ? undefined : findPresetFault(row, rows)),
              control: (row, at) => text(`Name of preset ${at + 1}`, row.name, (name) => change(at, { name }), onBlur),
            },
            {
              label: phoneTexts.phoneType.label,
              control: (row, at) =>
                select(`Phone type of preset ${at + 1}`, phoneOptions, row.phoneType, (phoneType) =>
                  change(at, { phoneType }),
                ),
            },
            {
              label: phoneTexts.autoAccept.label,
              control: (row, at) =>
                select(`Auto-accept of preset ${at + 1}`, autoAcceptOptions, row.autoAccept, (autoAccept) =>
                  change(at, { autoAccept }),
                ),
            },
            {
              label: phoneTexts.afterContactWorkSeconds.label,
              control: (row, at) =>
                text(
                  `After-contact work of preset ${at + 1}`,
                  row.afterContactWork,
                  (afterContactWork) => change(at, { afterContactWork }),
                  onBlur,
                ),
            },
          ]}
        />
      </FormField>
    </div>
  )
}

function text(label: string, value: string, onChange: (value: string) => void, onBlur: () => void) {
  return <Input value={value} ariaLabel={label} onChange={({ detail }) => onChange(detail.value)} onBlur={onBlur} />
}

function select<Value extends string>(
  label: string,
  options: readonly Option<Value>[],
  value: Value,
  onChange: (value: Value) => void,
) {
  return (
    <Select
      selectedOption={options.find((one) => one.value === value) ?? null}
      options={options}
      ariaLabel={label}
      onChange={({ detail }) => {
        const chosen = options.find((one) => one.value === detail.selectedOption.value)
        if (chosen !== undefined) onChange(chosen.value)
      }}
    />
  )
}
