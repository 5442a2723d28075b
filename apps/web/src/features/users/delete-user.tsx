import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import FormField from '@cloudscape-design/components/form-field'
import Input, { type InputProps } from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { user as userSchema, type User } from '@patchbay/contract'
import { useId, useState, type FormEvent } from 'react'
import { toApiError, type ApiError } from '../../api/api-error.ts'
import { api } from '../../api/client.ts'
import { useInstance } from '../../api/session.ts'
import { flashSaved } from '../../forms/flash-saved.tsx'
import { FormDialog } from '../../forms/form-dialog.tsx'
import { useReason } from '../../forms/use-reason.tsx'
import { ErrorText } from '../../shell/load-states.tsx'
import { formatAfterContactWork } from './after-contact-work.ts'
import { QuickConnectsLeft } from './quick-connects-left.tsx'
import { PathNames } from './path-names.tsx'
import { gone, fullName, shortName } from './user-words.ts'
import { describeUser, takeUser } from './users.queries.ts'

interface DeleteUserProps {
  readonly user: User
  readonly onClose: () => void
}

/** Deleting cannot be undone (USR-19), so the user name has to be typed; what is lost stands beside it. */
export function DeleteUser({ user, onClose }: DeleteUserProps) {
  const [typed, setTyped] = useState('')
  const [missed, setMissed] = useState(false)
  const { remove, isDeleting, problem } = useDelete(user)
  const reason = useReason({ field: 'offered', refusal: problem })
  const form = useId()
  const isNamed = typed.trim() === user.username

  function submit(event: FormEvent): void {
    event.preventDefault()
    event.stopPropagation()
    setMissed(!isNamed)
    if (isNamed && reason.check()) remove(reason.value)
  }

  return (
    <FormDialog
      header={`Delete ${shortName(user)}?`}
      closeLabel="Close without deleting"
      form={form}
      action="Delete for good"
      sending={isDeleting ? 'Deleting' : undefined}
      onClose={onClose}
    >
      <form id={form} noValidate onSubmit={submit}>
        <SpaceBetween size="m">
          {problem !== undefined && (
            <Alert type="error" header={problem.code === 'CONFLICT' ? 'Not deleted: look again' : 'Not deleted'}>
              <ErrorText error={problem} />
              {problem.code === 'CONFLICT' && <Box>What stands here now is what would be lost.</Box>}
            </Alert>
          )}
          <Box>Nobody can bring the person back, in Patchbay or in Amazon Connect. What is lost:</Box>
          <Losses user={user} />
          <QuickConnectsLeft userId={user.id} />
          <FormField
            label={
              <>
                Type <bdi>{user.username}</bdi> to confirm
              </>
            }
            errorText={missed && !isNamed ? `That is not the user name. It is ${user.username}.` : undefined}
          >
            <Input
              ref={takeFocus}
              value={typed}
              onChange={({ detail }) => setTyped(detail.value)}
              autoComplete={false}
              spellcheck={false}
              ariaRequired
            />
          </FormField>
          {reason.field}
        </SpaceBetween>
      </form>
    </FormDialog>
  )
}

/** Once, when the dialog is there. */
function takeFocus(input: InputProps.Ref | null): void {
  input?.focus()
}

function useDelete(user: User) {
  const { alias } = useInstance()
  const navigate = useNavigate()
  const client = useQueryClient()
  const deletion = useMutation({
    mutationFn: (reason: string | undefined) =>
      api.users.delete.call({
        instance: alias,
        id: user.id,
        version: user.version,
        ...(reason !== undefined && { reason }),
      }),
    onSuccess: async ({ changes }) => {
      await navigate({ to: '/$instance/people', params: { instance: alias }, ignoreBlocker: true })
      client.removeQueries({ queryKey: describeUser(alias, user.id).queryKey })
      void client.invalidateQueries({ queryKey: api.users.search.key() })
      flashSaved(`${fullName(user)} (${user.username}) is deleted.`, { instance: alias, changes })
    },
    onError: (thrown) => {
      const current = userSchema.safeParse(toApiError(thrown).current)
      if (current.success) takeUser(alias, current.data)
    },
  })
  const problem: ApiError | undefined = deletion.error === null ? undefined : toApiError(deletion.error)
  return { remove: deletion.mutate, isDeleting: deletion.isPending, problem }
}

function Losses({ user }: { readonly user: User }) {
  const { phone, securityProfiles, hierarchyGroup, tags } = user
  const tagNames = Object.keys(tags)
  return (
    <ul>
      <li>The sign-in as {user.username}, and the name for it: a new person of that name is another person.</li>
      <li>
        Access: <bdi>{securityProfiles.map(({ name }) => name ?? gone).join(', ')}</bdi>
      </li>
      <li>
        Place: routing profile <bdi>{user.routingProfile?.name ?? gone}</bdi>,{' '}
        {hierarchyGroup === null ? 'in no group' : <PathNames names={hierarchyGroup.path} />}
        {tagNames.length > 0 && `, ${tagNames.length === 1 ? '1 tag' : `${tagNames.length} tags`}`}
      </li>
      <li>
        Settings: {phone.deskPhoneNumber ?? 'soft phone'}, after-contact work{' '}
        {formatAfterContactWork(phone.afterContactWorkSeconds).toLowerCase()}, every setting by channel, proficiencies
      </li>
      <li>Not lost: contact records and reports. They keep the user name.</li>
    </ul>
  )
}
