import Button from '@cloudscape-design/components/button'
import type { User, UserNotification } from '@patchbay/contract'
import { useRef, useState } from 'react'
import classes from './notification-list.module.css'
import { NotificationRow } from './notification-row.tsx'
import type { Lock } from './use-user-locks.ts'

/** The newest are what somebody asks about. */
const FEW = 5

interface NotificationListProps {
  readonly user: User
  readonly items: readonly UserNotification[]
  readonly lock: Lock
}

export function NotificationList({ user, items, lock }: NotificationListProps) {
  const [isWhole, setWhole] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  return (
    <div ref={place} tabIndex={-1} className={classes['place']}>
      <ul className={classes['list']}>
        {(isWhole ? items : items.slice(0, FEW)).map((notification) => (
          <NotificationRow
            key={notification.id}
            user={user}
            notification={notification}
            lock={lock}
            // Its menu, which has the focus, goes with it.
            onGone={() => place.current?.focus()}
          />
        ))}
      </ul>
      {items.length > FEW && (
        <Button variant="inline-link" ariaExpanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Show the newest only' : `Show all ${items.length.toLocaleString('en')} notifications`}
        </Button>
      )}
    </div>
  )
}
