import Box from '@cloudscape-design/components/box'
import Link from '@cloudscape-design/components/link'
import { useQuery } from '@tanstack/react-query'
import type { Change } from '@patchbay/contract'
import { toApiError } from '../../api/api-error.ts'
import { Instant } from '../../shell/as-of.tsx'
import { ChangeStatusText } from '../../shell/change-status.tsx'
import { LoadError, PageSkeleton } from '../../shell/load-states.tsx'
import { Panel } from '../../shell/panel.tsx'
import { paths } from '../../shell/paths.ts'
import { useFollow } from '../../shell/use-follow.ts'
import { actionText, fieldsText } from './change-words.ts'
import { changesSearch } from './changes-search.ts'
import { searchChanges } from './changes.queries.ts'
import classes from './target-history.module.css'

const shown = 5

interface TargetHistoryProps {
  readonly instance: string
  /** Id of the person or the security profile. */
  readonly target: string
}

/** The last changes of one person or security profile, on their own page. */
export function TargetHistory({ instance, target }: TargetHistoryProps) {
  const follow = useFollow()
  const query = useQuery(searchChanges(instance, changesSearch.parse({ target, pageSize: shown })))
  if (query.data === undefined && query.error === null) return <PageSkeleton />
  const total = query.data?.total ?? 0
  return (
    <Panel
      title="History"
      counter={query.data && `(${total.toLocaleString('en')})`}
      actions={
        <Link href={paths.changes(instance, target)} onFollow={follow}>
          All changes
        </Link>
      }
    >
      {query.error !== null && (
        <LoadError
          error={toApiError(query.error)}
          what="the history"
          isRetrying={query.isFetching}
          onRetry={() => void query.refetch()}
          isOld={query.data !== undefined}
        />
      )}
      {query.data !== undefined &&
        (total === 0 ? (
          <Box color="text-body-secondary">Nothing was changed in Patchbay yet.</Box>
        ) : (
          <ul className={classes.entries} aria-label="Last changes">
            {query.data.items.map((change) => (
              <li key={change.id}>
                <Entry change={change} href={paths.change(instance, change.id)} onFollow={follow} />
              </li>
            ))}
          </ul>
        ))}
    </Panel>
  )
}

interface EntryProps {
  readonly change: Change
  readonly href: string
  readonly onFollow: ReturnType<typeof useFollow>
}

function Entry({ change, href, onFollow }: EntryProps) {
  const { person, status, fields, reason } = change
  return (
    <>
      <div>
        <Instant instant={change.at} />
      </div>
      <div>
        <Link href={href} onFollow={onFollow}>
          {actionText(change.action)}
        </Link>{' '}
        {person !== null && (
          <>
            by <bdi>{person.name}</bdi>
          </>
        )}
        {fields.length > 0 && (
          <Box color="text-body-secondary" fontSize="body-s">
            {fieldsText(fields)}
            {reason !== null && <bdi>. Reason: {reason}</bdi>}
          </Box>
        )}
      </div>
      {status !== null && <ChangeStatusText status={status} outcome={change.outcome} />}
    </>
  )
}
