import { Fragment, type ReactNode } from 'react'
import classes from './data-grid.module.css'

interface CellLinkProps {
  readonly href: string
  readonly title?: string | undefined
  readonly children: ReactNode
}

/** A link in a row of a `DataGrid`, which follows it within the app and leads to it by arrow keys. */
export function CellLink({ href, title, children }: CellLinkProps) {
  return (
    <a href={href} title={title} className={classes['link']} tabIndex={-1}>
      {children}
    </a>
  )
}

interface CellNoteProps {
  readonly tone?: 'info' | 'warning'
  /** One line, of which the end is shown where it is longer than the column is wide. */
  readonly isCutAtStart?: boolean
  readonly children: ReactNode
}

/** Smaller, in a line of its own under what the cell is about. */
export function CellNote({ tone, isCutAtStart, children }: CellNoteProps) {
  return (
    <span className={classes['note']} data-tone={tone} data-cut-at-start={isCutAtStart}>
      {children}
    </span>
  )
}

/** What is read from right to left, and what turns the direction of its neighbours. */
const turning =
  /[\u0590-\u08FF\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFF\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/**
 * Names one after the other, each by itself for the direction of its script: in one run, a Hebrew name would turn its neighbours around.
 * Those that turn nothing are text alone, which takes the browser half the time.
 */
export function namesInRow(names: readonly string[], separator: string): ReactNode {
  if (!names.some((name) => turning.test(name))) return names.join(separator)
  return names.map((name, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- two may have one name, and none has a state
    <Fragment key={index}>
      {index > 0 && separator}
      <bdi>{name}</bdi>
    </Fragment>
  ))
}

const longest = 40

/** Three lines of a long text, not thirty. The hover text has all of it. */
export function clampedText(text: string, shown: ReactNode = text): ReactNode {
  if (text.length <= longest) return shown
  return (
    <span className="clamped" title={text}>
      {shown}
    </span>
  )
}
