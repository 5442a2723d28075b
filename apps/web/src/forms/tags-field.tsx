import AttributeEditor from '@cloudscape-design/components/attribute-editor'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import type { FieldValues } from 'react-hook-form'
import { useField, type FieldProps } from './field.ts'
import { LockedField } from './locked-field.tsx'
import { rowLayout } from './row-layout.ts'
import { findTagFault, type TagRow } from './tag-rows.ts'
import { useRowFocus } from './use-row-focus.ts'

const mostTags = 50

export function TagsField<In extends FieldValues, Out extends FieldValues>(props: FieldProps<In, Out>) {
  const { ref, value, onChange, onBlur, errorText } = useField(props)
  const rows: readonly TagRow[] = value
  const { editor, adding } = useRowFocus({ ref, rows, findFault: findTagFault, controls: 'input', controlsPerRow: 2 })
  if (props.lockedReason !== undefined) {
    const text = rows.map((row) => `${row.key} = ${row.value}`).join(', ')
    return <LockedField label={props.label} value={text === '' ? '–' : text} reason={props.lockedReason} />
  }
  const change = (index: number, changed: Partial<TagRow>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...changed } : row)))
  // A new line is not at fault before something was typed or the form was sent.
  const fault = (row: TagRow) => (errorText === undefined ? undefined : findTagFault(row, rows))

  return (
    <div ref={editor}>
      <FormField label={props.label} description={props.description} stretch>
        <AttributeEditor
          items={rows}
          addButtonText="Add tag"
          removeButtonText="Remove"
          removeButtonAriaLabel={(row) => `Remove tag ${row.key}`}
          empty="No tags"
          disableAddButton={rows.length >= mostTags}
          additionalInfo={`Up to ${mostTags} tags.`}
          onAddButtonClick={() => {
            adding()
            onChange([...rows, { key: '', value: '' }])
          }}
          onRemoveButtonClick={({ detail }) => onChange(rows.filter((_, at) => at !== detail.itemIndex))}
          gridLayout={rowLayout(1, 1)}
          definition={[
            {
              label: 'Key',
              errorText: fault,
              control: (row, index) =>
                cell(`Key of tag ${index + 1}`, row.key, (key) => change(index, { key }), onBlur),
            },
            {
              label: 'Value',
              control: (row, index) =>
                cell(`Value of tag ${index + 1}`, row.value, (text) => change(index, { value: text }), onBlur),
            },
          ]}
        />
      </FormField>
    </div>
  )
}

function cell(label: string, value: string, onChange: (value: string) => void, onBlur: () => void) {
  return (
    <Input
      value={value}
      ariaLabel={label}
      onChange={({ detail }) => onChange(detail.value)}
      onBlur={onBlur}
      nativeInputAttributes={{ dir: 'auto' }}
    />
  )
}
