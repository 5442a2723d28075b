import Box from '@cloudscape-design/components/box'
import ButtonDropdown, { type ButtonDropdownProps } from '@cloudscape-design/components/button-dropdown'
import { textToShow, type NotificationStatus, type User, type UserNotification } from '@patchbay/contract'
import { Suspense, useRef } from 'react'
import { useDownReason } from '../../api/connection.ts'
import { Instant } from '../../shell/as-of.tsx'
import { lazyPart, PartFailedDialog } from '../../shell/lazy-part.tsx'
import { MarkProblem } from './mark-problem.tsx'
import classes from './notification-list.module.css'
import { languageOf, markTexts, marksOf, notificationName, standingText } from './notification-words.ts'
import { useMarking, type Marking } from './use-marking.ts'
import type { Lock } from './use-user-locks.ts'

const MarkWithReason = lazyPart(
  async () => (await import('./mark-with-reason.tsx')).MarkWithReason,
  ({ onClose }) => <PartFailedDialog header="Mark the notification" onDismiss={onClose} />,
)

interface NotificationRowProps {
  readonly user: User
  readonly notification: UserNotification
  readonly lock: Lock
  readonly onGone: () => void
}

export function NotificationRow({ user, notification, lock, onGone }: NotificationRowProps) {
  const menu = useRef<ButtonDropdownProps.Ref>(null)
  const marking = useMarking(user, notification, { onGone, onDone: () => menu.current?.focus() })
  const { asked, problem } = marking
  return (
    <li className={classes['row']}>
      <div className={classes['said']}>
        <div>
          <Text notification={notification} />
          <Standing notification={notification} />
        </div>
        {lock.state !== 'locked' && <MarkMenu ref={menu} notification={notification} lock={lock} marking={marking} />}
      </div>
      {problem !== undefined && asked === undefined && <MarkProblem problem={problem} />}
      {asked !== undefined && (
        <Suspense>
          <MarkWithReason notification={notification} status={asked} marking={marking} onClose={marking.cancel} />
        </Suspense>
      )}
    </li>
  )
}

function Text({ notification: { texts, status } }: Pick<NotificationRowProps, 'notification'>) {
  const shown = textToShow(texts)
  const looks = [classes['text'], status === 'UNREAD' && classes['unread']].filter(Boolean).join(' ')
  if (shown === undefined) return <p className={looks}>Without a text</p>
  return (
    <p className={looks} lang={languageOf(shown.locale)} dir="auto">
      {shown.text}
    </p>
  )
}

function Standing({ notification }: Pick<NotificationRowProps, 'notification'>) {
  const { createdAt, expiresAt } = notification
  return (
    <Box color="text-body-secondary" fontSize="body-s">
      {standingText(notification)}
      {createdAt !== null && (
        <>
          , since <Instant instant={createdAt} isShort />
        </>
      )}
      {expiresAt !== null && (
        <>
          , until <Instant instant={expiresAt} isShort />
        </>
      )}
    </Box>
  )
}

interface MarkMenuProps extends Pick<NotificationRowProps, 'notification' | 'lock'> {
  readonly ref: React.Ref<ButtonDropdownProps.Ref>
  readonly marking: Marking
}

function MarkMenu({ ref, notification, lock, marking }: MarkMenuProps) {
  const disabledReason =
    useDownReason() ??
    (lock.state === 'unknown' ? 'Patchbay is looking whether you may change this person.' : undefined)
  return (
    <ButtonDropdown
      ref={ref}
      ariaLabel={`Mark the notification: ${notificationName(notification)}`}
      items={marksOf(notification).map((status) => ({ id: status, text: markTexts[status] }))}
      expandToViewport
      loading={marking.isMarking}
      loadingText="Marking"
      disabled={disabledReason !== undefined}
      {...(disabledReason !== undefined && { disabledReason })}
      onItemClick={({ detail }) => marking.choose(detail.id as NotificationStatus)}
    >
      Mark
    </ButtonDropdown>
  )
}
