import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { liveStatus, type LiveContact, type LiveStatus, type User } from '@patchbay/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, type FormEvent } from 'react'
import { toApiError } from '../../api/api-error.ts'
import { api } from '../../api/client.ts'
import { useInstance } from '../../api/session.ts'
import { flashSaved } from '../../forms/flash-saved.tsx'
import { FormDialog } from '../../forms/form-dialog.tsx'
import { problemHeader } from '../../forms/problem-header.ts'
import { useReason } from '../../forms/use-reason.tsx'
import { Instant } from '../../shell/as-of.tsx'
import { flash } from '../../shell/flash.ts'
import { ErrorText } from '../../shell/load-states.tsx'
import { contactText } from './contact-words.ts'
import { fullName, shortName } from './user-words.ts'

interface DismissContactProps {
  readonly user: User
  readonly now: LiveStatus
  readonly contact: LiveContact
  readonly onClose: () => void
}

/** Little is lost, but it is done to somebody at work: it is said what follows, and a reason can be given. */
export function DismissContact({ user, now, contact, onClose }: DismissContactProps) {
  const dismissal = useDismissal(user, now, contact, onClose)
  const form = useId()
  return (
    <FormDialog
      header={`Dismiss the contact of ${shortName(user)}?`}
      closeLabel="Close without dismissing"
      form={form}
      action="Dismiss contact"
      sending={dismissal.isDismissing ? 'Dismissing' : undefined}
      onClose={onClose}
    >
      <DismissForm id={form} now={now} contact={contact} dismissal={dismissal} />
    </FormDialog>
  )
}

interface DismissFormProps extends Pick<DismissContactProps, 'now' | 'contact'> {
  readonly id: string
  readonly dismissal: ReturnType<typeof useDismissal>
}

function DismissForm({ id, now, contact, dismissal: { dismiss, problem } }: DismissFormProps) {
  const reason = useReason({ field: 'offered', refusal: problem, takesFocus: true })

  function submit(event: FormEvent): void {
    event.preventDefault()
    event.stopPropagation()
    if (reason.check()) dismiss(reason.value)
  }

  return (
    <form id={id} noValidate onSubmit={submit}>
      <SpaceBetween size="m">
        {problem !== undefined && (
          <Alert type="error" header={problemHeader(problem, 'dismissed')}>
            <ErrorText error={problem} />
          </Alert>
        )}
        <Box>
          {contactText(contact)}
          {contact.since !== null && (
            <>
              , since <Instant instant={contact.since} isShort />
            </>
          )}
          . It goes from their screen
          {contact.state === 'ENDED' && ', and ends what is left of their after-contact work'}.{' '}
          <WhatFollows status={now.status} />
        </Box>
        {reason.field}
      </SpaceBetween>
    </form>
  )
}

function WhatFollows({ status }: Pick<LiveStatus, 'status'>) {
  if (status?.next) {
    return (
      <>
        Then “<bdi>{status.next}</bdi>” follows.
      </>
    )
  }
  return (
    <>
      Then they are “<bdi>{status?.name ?? 'Without a name'}</bdi>”, and the next contact can come where that status
      lets it.
    </>
  )
}

function useDismissal(user: User, now: LiveStatus, contact: LiveContact, onClose: () => void) {
  const { alias } = useInstance()
  const client = useQueryClient()
  const at = { instance: alias, id: user.id }
  const take = (read: LiveStatus) => client.setQueryData(api.users.describeStatus.queryKey({ input: at }), read)
  const dismissal = useMutation({
    mutationFn: (reason: string | undefined) =>
      api.users.dismissContact.call({
        ...at,
        version: now.version,
        contactId: contact.id,
        ...(reason !== undefined && { reason }),
      }),
    onSuccess: ({ changes, ...read }) => {
      take(read)
      if (changes.length > 0) flashSaved(`The contact of ${fullName(user)} is dismissed.`, { instance: alias, changes })
      else flash(`The contact of ${fullName(user)} was gone already: nothing was left to dismiss.`, 'info')
      onClose()
    },
    onError: (thrown) => {
      const current = liveStatus.safeParse(toApiError(thrown).current)
      if (current.success) take(current.data)
    },
  })
  const problem = dismissal.error === null ? undefined : toApiError(dismissal.error)
  return { dismiss: dismissal.mutate, isDismissing: dismissal.isPending, problem }
}
