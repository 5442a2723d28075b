import type { ReactNode } from 'react'
import classes from './value-list.module.css'

interface ValueListProps {
  readonly items: readonly { readonly label: string; readonly value: ReactNode }[]
}

/** Values under their labels, in two columns where there is room. */
export function ValueList({ items }: ValueListProps) {
  return (
    <dl className={classes['list']}>
      {items.map(({ label, value }) => (
        <div key={label} className={classes['item']}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
