import AttributeEditor from '@cloudscape-design/components/attribute-editor'
import FormField from '@cloudscape-design/components/form-field'
import Select from '@cloudscape-design/components/select'
import type { PredefinedAttribute } from '@patchbay/contract'
import type { Control } from 'react-hook-form'
import type { z } from 'zod'
import { selectProps, type Choices } from '../../forms/choices.ts'
import { useField } from '../../forms/field.ts'
import { rowLayout } from '../../forms/row-layout.ts'
import { useRowFocus } from '../../forms/use-row-focus.ts'
import {
  emptyRow,
  findProficiencyFault,
  mostProficiencies,
  type proficienciesForm,
  type ProficiencyRow,
} from './proficiencies-form.ts'

/** The predefined attributes of the instance, as they are read. */
interface Attributes extends Omit<Choices, 'items'> {
  readonly items: readonly PredefinedAttribute[] | undefined
}

interface ProficienciesFieldProps {
  readonly control: Control<z.input<typeof proficienciesForm>, unknown, z.output<typeof proficienciesForm>>
  readonly attributes: Attributes
}

const levels = ['1', '2', '3', '4', '5'] as const

export function ProficienciesField({ control, attributes }: ProficienciesFieldProps) {
  const { ref, value, onChange, onBlur, errorText } = useField({ control, name: 'proficiencies' })
  const rows = value as readonly ProficiencyRow[]
  const { editor, adding } = useRowFocus({
    ref,
    rows,
    findFault: findProficiencyFault,
    controls: 'button[aria-haspopup]',
    controlsPerRow: 3,
  })
  const change = (index: number, changed: Partial<ProficiencyRow>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...changed } : row)))
  const pick = (
    label: string,
    chosen: string,
    names: readonly string[] | undefined,
    onPick: (name: string) => void,
  ) => (
    <Select
      selectedOption={chosen === '' ? null : { value: chosen, label: chosen }}
      {...selectProps({ ...attributes, items: names?.map((name) => ({ value: name, label: name })) }, 'choices')}
      placeholder="Choose one"
      ariaLabel={label}
      onChange={({ detail }) => onPick(detail.selectedOption.value ?? '')}
      onBlur={onBlur}
    />
  )

  return (
    <div ref={editor}>
      <FormField label="Proficiencies" description="Routing can ask for these. 5 is the highest level." stretch>
        <AttributeEditor
          items={rows}
          addButtonText="Add proficiency"
          removeButtonText="Remove"
          removeButtonAriaLabel={(row) => `Remove ${row.attributeName} ${row.attributeValue}`}
          empty="No proficiencies"
          disableAddButton={rows.length >= mostProficiencies}
          additionalInfo={`Up to ${mostProficiencies} proficiencies.`}
          onAddButtonClick={() => {
            adding()
            onChange([...rows, emptyRow])
          }}
          onRemoveButtonClick={({ detail }) => onChange(rows.filter((_, at) => at !== detail.itemIndex))}
          // `connect:Language` is one that every instance has.
          gridLayout={rowLayout(5, 4, 2)}
          definition={[
            {
              label: 'Attribute',
              // A new line is not at fault before something was chosen or the form was sent.
              errorText: (row) => (errorText === undefined ? undefined : findProficiencyFault(row, rows)),
              control: (row, at) =>
                pick(
                  `Attribute of proficiency ${at + 1}`,
                  row.attributeName,
                  attributes.items?.map(({ name }) => name),
                  // A value belongs to one attribute.
                  (attributeName) =>
                    attributeName === row.attributeName || change(at, { attributeName, attributeValue: '' }),
                ),
            },
            {
              label: 'Value',
              control: (row, at) =>
                pick(
                  `Value of proficiency ${at + 1}`,
                  row.attributeValue,
                  attributes.items && (attributes.items.find(({ name }) => name === row.attributeName)?.values ?? []),
                  (attributeValue) => change(at, { attributeValue }),
                ),
            },
            {
              label: 'Level',
              control: (row, at) =>
                pick(`Level of proficiency ${at + 1}`, row.level, levels, (level) => change(at, { level })),
            },
          ]}
        />
      </FormField>
    </div>
  )
}
