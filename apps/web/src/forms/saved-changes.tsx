import Link from '@cloudscape-design/components/link'
import type { ChangeMark, ChangeStatus } from '@patchbay/contract'
import { useQueries } from '@tanstack/react-query'
import { Fragment, useEffect } from 'react'
import { api } from '../api/client.ts'
import { useInstance, useRight } from '../api/session.ts'
import { ChangeStatusText } from '../shell/change-status.tsx'
import { paths } from '../shell/paths.ts'
import { useFollow } from '../shell/use-follow.ts'

/** How often what is still open is looked at again. */
const lookAgainMs = 4000

interface SavedChangesProps {
  readonly instance: string
  readonly changes: readonly ChangeMark[]
  /** Where the background is that of a coloured message. */
  readonly isInverted?: boolean
  /** Called once all have ended, with how. */
  readonly onEnd?: (status: 'confirmed' | 'failed') => void
}

/** What became of the changes of a save, each with its link; looked at again until all have ended. */
export function SavedChanges({ instance, changes, isInverted = false, onEnd }: SavedChangesProps) {
  const mayRead = useRight('changes.read')
  const follow = useFollow()
  const marks = useChangeMarks(changes, mayRead)
  const status = wholeStatus(marks)
  useEffect(() => {
    if (status !== 'pending') onEnd?.(status)
  }, [status, onEnd])

  return (
    <span>
      {marks.map(({ id, status: ended, note, wasOpen }, index) => (
        <Fragment key={id}>
          <span>
            {(wasOpen || ended === 'failed') && (
              <>
                <ChangeStatusText status={ended} />{' '}
              </>
            )}
            {note !== null && <>{note} </>}
            {mayRead && (
              <Link
                href={paths.change(instance, id)}
                onFollow={follow}
                color={isInverted ? 'inverted' : 'normal'}
                {...(marks.length > 1 && { ariaLabel: `View change ${index + 1} of ${marks.length}` })}
              >
                View change
              </Link>
            )}
          </span>{' '}
        </Fragment>
      ))}
      {!mayRead && status === 'pending' && 'Amazon Connect took it, but does not show the new values yet.'}
    </span>
  )
}

/** The same under a form whose save did not work. */
export function FailedChanges({ changes }: { readonly changes: readonly ChangeMark[] }) {
  const { alias } = useInstance()
  return <SavedChanges instance={alias} changes={changes} />
}

/** The marks of a save as they stand now. Who may not read changes sees them as the save answered them. */
function useChangeMarks(changes: readonly ChangeMark[], mayRead: boolean) {
  const readings = useQueries({
    queries: changes.map(({ id, status }) =>
      api.changes.describe.queryOptions({
        input: { id },
        enabled: mayRead && status === 'pending',
        refetchInterval: ({ state }) =>
          state.data === undefined || state.data.status === 'pending' ? lookAgainMs : false,
      }),
    ),
  })
  return changes.map(({ id, status }, index) => {
    const now = readings[index]?.data
    const note = now?.status === 'failed' ? now.note : null
    return { id, status: now?.status ?? status, note, wasOpen: status === 'pending' }
  })
}

/** One that failed outweighs any that is still open. */
function wholeStatus(marks: readonly { readonly status: ChangeStatus }[]): ChangeStatus {
  if (marks.some(({ status }) => status === 'failed')) return 'failed'
  return marks.some(({ status }) => status === 'pending') ? 'pending' : 'confirmed'
}
