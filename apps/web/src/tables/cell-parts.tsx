import type { ReactNode } from 'react'
import classes from './data-grid.module.css'

interface CellLinkProps {
  readonly href: string
  readonly children: ReactNode
}

/** A link in a row of a `DataGrid`, which follows it within the app and leads to it by arrow keys. */
export function CellLink({ href, children }: CellLinkProps) {
  return (
    <a href={href} className={classes['link']} tabIndex={-1}>
      {children}
    </a>
  )
}

interface CellNoteProps {
  readonly tone?: 'info' | 'warning'
  readonly children: ReactNode
}

/** Smaller, in a line of its own under what the cell is about. */
export function CellNote({ tone, children }: CellNoteProps) {
  return (
    <span className={classes['note']} data-tone={tone}>
      {children}
    </span>
  )
}
