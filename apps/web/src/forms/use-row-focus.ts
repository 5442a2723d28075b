import { useEffect, useImperativeHandle, useRef, type Ref, type RefObject } from 'react'

interface RowFocus<Row> {
  /** That of the form's field. */
  readonly ref: Ref<{ focus: () => void }>
  readonly rows: readonly Row[]
  readonly findFault: (row: Row, rows: readonly Row[]) => string | undefined
  /** What to look for in a row, and how many of it each row has. */
  readonly controls: string
  readonly controlsPerRow: number
}

/** The focus among rows that one can add and remove: the first row at fault when the form is refused, a new row once it is there. */
export function useRowFocus<Row>({ ref, rows, findFault, controls, controlsPerRow }: RowFocus<Row>): {
  readonly editor: RefObject<HTMLDivElement | null>
  readonly adding: () => void
} {
  const editor = useRef<HTMLDivElement>(null)
  const isAdding = useRef(false)
  const focusRow = (at: number) =>
    editor.current?.querySelectorAll<HTMLElement>(controls)[Math.max(at, 0) * controlsPerRow]?.focus()
  useImperativeHandle(ref, () => ({
    focus: () => focusRow(rows.findIndex((row) => findFault(row, rows) !== undefined)),
  }))
  useEffect(() => {
    if (isAdding.current) focusRow(rows.length - 1)
    isAdding.current = false
  })
  return {
    editor,
    adding: () => {
      isAdding.current = true
    },
  }
}
