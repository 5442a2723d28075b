import type { ReactNode } from 'react'
import classes from './panel.module.css'

interface PanelProps {
  readonly title: string
  /** Beside the title, as in `(12)`. */
  readonly counter?: string | undefined
  readonly description?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A part of a page under its own heading. As Cloudscape's container looks, which measures itself: a page of eleven was slow to open. */
export function Panel({ title, counter, description, actions, children }: PanelProps) {
  return (
    <div className={classes['panel']}>
      <div className={classes['head']}>
        <h2 className={classes['title']}>
          {title}
          {counter !== undefined && <span className={classes['counter']}> {counter}</span>}
        </h2>
        {actions}
      </div>
      {description}
      <div className={classes['content']}>{children}</div>
    </div>
  )
}
