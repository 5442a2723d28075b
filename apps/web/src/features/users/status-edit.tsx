import { useQuery, useQueryClient } from '@tanstack/react-query'
import { liveStatus, type AgentStatus, type LiveStatus, type User } from '@patchbay/contract'
import { api } from '../../api/client.ts'
import { useInstance } from '../../api/session.ts'
import { flashSaved } from '../../forms/flash-saved.tsx'
import { Form } from '../../forms/form.tsx'
import { SelectField } from '../../forms/select-field.tsx'
import { statusForm, statusTexts, toStatusForm } from './status-form.ts'
import type { Close } from './user-settings-form.tsx'
import { fullName } from './user-words.ts'

interface StatusEditProps {
  readonly user: User
  readonly now: LiveStatus
  readonly close: Close
}

/** As `user-settings-form.tsx`, for what has a version of its own. */
export function StatusEdit({ user, now, close }: StatusEditProps) {
  const { alias } = useInstance()
  const client = useQueryClient()
  const statuses = useQuery(api.users.listStatuses.queryOptions({ input: { instance: alias } }))
  const at = { instance: alias, id: user.id }
  const take = (read: LiveStatus) => client.setQueryData(api.users.describeStatus.queryKey({ input: at }), read)
  return (
    <Form
      name="Live status"
      schema={statusForm}
      fields={statusTexts}
      initial={toStatusForm(now)}
      onCancel={close.cancelled}
      onSave={async (values, base) => {
        const { changes, ...saved } = await api.users.updateStatus.call({ ...values, ...base, ...at })
        take(saved)
        flashSaved(sayStatus(user, saved), { instance: alias, changes })
        close.saved()
      }}
      readCurrent={(current) => {
        const parsed = liveStatus.safeParse(current)
        if (!parsed.success) return undefined
        take(parsed.data)
        return toStatusForm(parsed.data)
      }}
    >
      {(control) => (
        <SelectField
          control={control}
          name="agentStatus"
          label="Status"
          description={
            (now.status?.contacts ?? []).length > 0
              ? 'They are on a contact: it follows once they are done with it.'
              : 'It counts at once. They can change it themselves at any time.'
          }
          noun="statuses"
          nameOf={(name) => name}
          choices={{
            items: statuses.data?.items.map(({ name, type }) => ({
              value: name,
              label: name,
              description: typeTexts[type],
            })),
            hasFailed: statuses.isError,
            retry: () => void statuses.refetch(),
          }}
        />
      )}
    </Form>
  )
}

const typeTexts: Readonly<Record<AgentStatus['type'], string>> = {
  ROUTABLE: 'Contacts come to them',
  CUSTOM: 'No contacts come to them',
  OFFLINE: 'No contacts come to them, and they do not count as at work',
}

function sayStatus(user: User, { status }: LiveStatus): string {
  if (status?.next) return `${status.next} follows for ${fullName(user)}, once they are done with their contact.`
  return `Status of ${fullName(user)} is set.`
}
