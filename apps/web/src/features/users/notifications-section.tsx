import { useQuery } from '@tanstack/react-query'
import type { User } from '@patchbay/contract'
import { Suspense } from 'react'
import { api } from '../../api/client.ts'
import { useInstance } from '../../api/session.ts'
import { lazyPart } from '../../shell/lazy-part.tsx'
import { LoadStates } from '../../shell/load-states.tsx'
import { Panel } from '../../shell/panel.tsx'
import { WhyNot } from '../../shell/why-not.tsx'
import { SectionSkeleton } from './section-skeleton.tsx'
import { reasonOf, useUserLocks } from './use-user-locks.ts'

const NotificationList = lazyPart(async () => (await import('./notification-list.tsx')).NotificationList)

/** What Amazon Connect tells the person in its site: looked at here, and each marked by itself. */
export function NotificationsSection({ user }: { readonly user: User }) {
  const { alias } = useInstance()
  const lock = useUserLocks(user.id)('users.notifications.write', 'Your role cannot mark notifications.')
  const query = useQuery(api.users.listNotifications.queryOptions({ input: { instance: alias, id: user.id } }))
  const lockedReason = reasonOf(lock)
  return (
    <Panel title="Notifications" description={lockedReason !== undefined && <WhyNot reason={lockedReason} />}>
      <LoadStates query={query} what="the notifications" skeleton={<SectionSkeleton />}>
        {({ items }) =>
          items.length === 0 ? (
            'No notifications'
          ) : (
            <Suspense fallback={<SectionSkeleton />}>
              <NotificationList user={user} items={items} lock={lock} />
            </Suspense>
          )
        }
      </LoadStates>
    </Panel>
  )
}
