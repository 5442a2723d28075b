import { memo, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import type { ColumnWidths } from './column-widths.ts'
import type { Column } from './data-grid.tsx'
import classes from './data-grid.module.css'

interface ColumnHeadProps<Row> {
  readonly column: Column<Row>
  readonly index: number
  readonly sorted: 'ascending' | 'descending' | undefined
  readonly onSort: ((sort: string, isDescending: boolean) => void) | undefined
  readonly widths: ColumnWidths
}

export const ColumnHead = memo(function ColumnHead<Row>(props: ColumnHeadProps<Row>) {
  const { column, index, sorted, onSort, widths } = props
  const { label, sort } = column
  const name = sorted === undefined ? label : `${label}, sorted ${sorted}`
  return (
    <th
      // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- as in `data-grid.tsx`
      role="columnheader"
      scope="col"
      // Without it, the name of each cell's column would be the handle's as well.
      aria-label={name}
      {...(sort !== undefined && { 'aria-sort': sorted ?? 'none' })}
      className={classes['headCell']}
      data-column={index}
    >
      {sort === undefined || onSort === undefined ? (
        <span className={classes['label']}>{label}</span>
      ) : (
        <button
          type="button"
          className={classes['sort']}
          aria-label={name}
          tabIndex={-1}
          onClick={() => onSort(sort, sorted === 'ascending')}
        >
          <span className={classes['label']}>{label}</span>
          <SortMark sorted={sorted} />
        </button>
      )}
      <Handle label={label} index={index} widths={widths} />
    </th>
  )
}) as <Row>(props: ColumnHeadProps<Row>) => ReactNode

function SortMark({ sorted }: { readonly sorted: 'ascending' | 'descending' | undefined }) {
  const isUp = sorted === 'ascending'
  return (
    <svg viewBox="0 0 16 16" className={classes['mark']} data-sorted={sorted} focusable="false" aria-hidden="true">
      <path d={isUp ? 'M8 5 L13 12 H3 Z' : 'M8 12 L3 5 H13 Z'} />
    </svg>
  )
}

interface HandleProps {
  readonly label: string
  readonly index: number
  readonly widths: ColumnWidths
}

const stepPx = 10

/** Makes the column wider or narrower: by pulling, or by Enter and then the arrow keys. */
function Handle({ label, index, widths }: HandleProps) {
  const [isActive, setActive] = useState(false)
  const leave = () => {
    if (!isActive) return
    setActive(false)
    widths.keep()
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -stepPx, ArrowRight: stepPx }[event.key]
    if (isActive && event.key === 'Escape') leave()
    else if (isActive && step !== undefined) widths.show(index, widths.of(index) + step)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const pull = (event: PointerEvent<HTMLButtonElement>) => {
    const handle = event.currentTarget
    const from = event.clientX
    const width = widths.of(index)
    const sign = getComputedStyle(handle).direction === 'rtl' ? -1 : 1
    const move = (moved: globalThis.PointerEvent) => widths.show(index, width + sign * (moved.clientX - from))
    const end = () => {
      handle.removeEventListener('pointermove', move)
      widths.keep()
    }
    handle.setPointerCapture(event.pointerId)
    handle.addEventListener('pointermove', move)
    handle.addEventListener('lostpointercapture', end, { once: true })
  }
  return (
    <button
      type="button"
      className={classes['handle']}
      aria-label={`Width of ${label}`}
      aria-pressed={isActive}
      title="Pull, or press Enter and then the arrow keys"
      tabIndex={-1}
      onClick={(event) => {
        // Of the pointer: it has been pulled.
        if (event.detail !== 0) return
        if (isActive) leave()
        else setActive(true)
      }}
      onKeyDown={press}
      onBlur={leave}
      onPointerDown={pull}
    />
  )
}
