import {
  userNotifications,
  type NotificationStatus,
  type User,
  type UserNotification,
  type UserNotifications,
} from '@patchbay/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toApiError, type ApiError } from '../../api/api-error.ts'
import { api } from '../../api/client.ts'
import { useInstance, useSession } from '../../api/session.ts'
import { flashSaved } from '../../forms/flash-saved.tsx'
import { clearFlashes, flash } from '../../shell/flash.ts'
import { markedTexts, notificationName } from './notification-words.ts'
import { fullName } from './user-words.ts'

export interface Marking {
  /** Marks it at once, or asks for a reason first where the role has to give one. */
  readonly choose: (status: NotificationStatus) => void
  readonly mark: (status: NotificationStatus, reason?: string) => void
  /** Undefined: no reason is asked for. */
  readonly asked: NotificationStatus | undefined
  readonly cancel: () => void
  readonly isMarking: boolean
  readonly problem: ApiError | undefined
}

interface After {
  /** It is not there any more. */
  readonly onGone: () => void
  /** The question for a reason has been answered, or left. */
  readonly onDone: () => void
}

interface Mark {
  readonly status: NotificationStatus
  readonly reason: string | undefined
}

/** Marks one notification. What was seen is compared: who was quicker is not overruled. */
export function useMarking(user: User, notification: UserNotification, { onGone, onDone }: After): Marking {
  const { alias } = useInstance()
  const { reasonRequired } = useSession()
  const client = useQueryClient()
  const [asked, setAsked] = useState<NotificationStatus>()
  const at = { instance: alias, id: user.id }
  const queryKey = api.users.listNotifications.queryKey({ input: at })
  const take = (read: UserNotifications) => client.setQueryData(queryKey, read)
  const reread = () => void client.invalidateQueries({ queryKey })

  const mutation = useMutation({
    mutationFn: ({ status, reason }: Mark) =>
      api.users.updateNotification.call({
        ...at,
        version: notification.version,
        notificationId: notification.id,
        status,
        ...(reason !== undefined && { reason }),
      }),
    onMutate: clearFlashes,
    onSuccess: ({ changes, ...read }, { status }) => {
      take(read)
      const text = `“${notificationName(notification)}” of ${fullName(user)} is ${markedTexts[status]}.`
      flashSaved(text, { instance: alias, changes, onSeen: reread })
      if (asked !== undefined) onDone()
      setAsked(undefined)
    },
    onError: (thrown, { status }) => {
      const error = toApiError(thrown)
      // A role may have changed since the session was read.
      if (error.fields.some(({ field }) => field === 'reason')) return setAsked(status)
      const current = userNotifications.safeParse(error.current)
      if (!current.success) return reread()
      take(current.data)
      if (current.data.items.some(({ id }) => id === notification.id)) return
      onGone()
      flash(`“${notificationName(notification)}” of ${fullName(user)} is gone: nothing was left to mark.`, 'info')
    },
  })
  const mark = (status: NotificationStatus, reason?: string) => mutation.mutate({ status, reason })
  return {
    choose: (status) => {
      mutation.reset()
      if (reasonRequired) setAsked(status)
      else mark(status)
    },
    mark,
    asked,
    cancel: () => {
      mutation.reset()
      setAsked(undefined)
      onDone()
    },
    isMarking: mutation.isPending,
    problem: mutation.error === null ? undefined : toApiError(mutation.error),
  }
}
