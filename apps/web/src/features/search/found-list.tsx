import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import {
  borderRadiusItem,
  colorBackgroundItemSelected,
  colorBorderItemSelected,
  colorTextBodySecondary,
  colorTextBodyDefault,
} from '@cloudscape-design/design-tokens'
import { useEffect, type CSSProperties, type MouseEvent } from 'react'
import { toApiError } from '../../api/api-error.ts'
import classes from './found-list.module.css'
import type { Hit } from './hits.ts'
import type { useHits } from './use-hits.ts'

interface FoundListProps {
  readonly id: string
  readonly groups: ReturnType<typeof useHits>
  /** Place of the chosen one among all hits. */
  readonly active: number
  readonly optionId: (index: number) => string
  readonly onOpen: (hit: Hit) => void
  readonly onRetry: () => void
}

const tokens = {
  '--text': colorTextBodyDefault,
  '--quiet': colorTextBodySecondary,
  '--chosen': colorBackgroundItemSelected,
  '--chosen-border': colorBorderItemSelected,
  '--radius': borderRadiusItem,
} as CSSProperties

export function FoundList({ id, groups, active, optionId, onOpen, onRetry }: FoundListProps) {
  useEffect(() => {
    document.getElementById(optionId(active))?.scrollIntoView({ block: 'nearest' })
  })
  const isNothing = groups.every(({ hits, error }) => hits?.length === 0 && error === null)
  const starts = groups.map((_, index) => groups.slice(0, index).flatMap(({ hits }) => hits ?? []).length)
  return (
    <div className={classes['found']} style={tokens}>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot hold links, and the focus stays in the field */}
      <div id={id} role="listbox" aria-label="Results">
        {groups.map(({ title, hits = [], total }, group) => {
          if (hits.length === 0) return null
          return (
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an optgroup belongs into a select
            <div key={title} role="group" aria-label={title}>
              <div className={classes['title']} aria-hidden="true">
                {title} {total > hits.length && `(${hits.length} of ${total.toLocaleString('en')})`}
              </div>
              {hits.map((hit, index) => {
                const place = (starts[group] ?? 0) + index
                return (
                  <a
                    key={hit.href}
                    id={optionId(place)}
                    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option cannot be opened in another tab
                    role="option"
                    aria-selected={place === active}
                    tabIndex={-1}
                    className={classes['hit']}
                    href={hit.href}
                    onClick={(event) => follow(event, () => onOpen(hit))}
                  >
                    <bdi>{hit.name}</bdi>
                    {hit.detail !== undefined && <bdi className={classes['detail']}>{hit.detail}</bdi>}
                  </a>
                )
              })}
            </div>
          )
        })}
      </div>
      {groups.map(({ title, error, isSearching, retry }) =>
        error === null ? (
          isSearching && (
            <StatusIndicator key={title} type="loading">
              Searching {title.toLowerCase()}
            </StatusIndicator>
          )
        ) : (
          <div key={title} role="alert">
            <StatusIndicator type="error">
              {title} could not be searched. {toApiError(error).message}
            </StatusIndicator>{' '}
            <Button
              variant="inline-link"
              onClick={() => {
                retry()
                onRetry()
              }}
            >
              Try again
            </Button>
          </div>
        ),
      )}
      {isNothing && <Box color="text-body-secondary">Nothing that you may see matches.</Box>}
    </div>
  )
}

/** A modified click is the browser's. */
function follow(event: MouseEvent, open: () => void): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return
  event.preventDefault()
  open()
}
