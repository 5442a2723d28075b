import type { AttributeEditorProps } from '@cloudscape-design/components/attribute-editor'

/** Controls of these relative widths and the button that removes them in one line, where half of a wide page is enough for it. */
export function rowLayout(...widths: number[]): AttributeEditorProps.GridLayout[] {
  return [
    { breakpoint: 'xxs', rows: [widths], removeButton: { width: 'auto' } },
    { rows: widths.map((width) => [width]) },
  ]
}
