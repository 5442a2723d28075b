import { useQuery, useQueryClient } from '@tanstack/react-query'
import { userWorkspaces, type User, type UserWorkspaces } from '@patchbay/contract'
import { api } from '../../api/client.ts'
import { useInstance } from '../../api/session.ts'
import { choiceOf, type Choices } from '../../forms/choices.ts'
import { flashSaved } from '../../forms/flash-saved.tsx'
import { Form } from '../../forms/form.tsx'
import { MultiselectField } from '../../forms/multiselect-field.tsx'
import type { Close } from './user-settings-form.tsx'
import { fullName, gone } from './user-words.ts'
import { toWorkspacesForm, visibilityTexts, workspacesForm, workspacesTexts } from './workspaces-form.ts'

interface WorkspacesEditProps {
  readonly user: User
  readonly held: UserWorkspaces
  readonly close: Close
}

/** As `user-settings-form.tsx`, for what has a version of its own. */
export function WorkspacesEdit({ user, held, close }: WorkspacesEditProps) {
  const { alias } = useInstance()
  const client = useQueryClient()
  const choices = useWorkspaceChoices(alias)
  const nameOf = (id: string) =>
    choiceOf(choices, id, () => held.items.find((workspace) => workspace.id === id)?.name ?? gone).label
  const at = { instance: alias, id: user.id }
  const { queryKey } = api.users.listWorkspaces.queryOptions({ input: at })
  const take = (read: UserWorkspaces) => client.setQueryData(queryKey, read)
  return (
    <Form
      name="Workspaces"
      schema={workspacesForm}
      fields={workspacesTexts(nameOf)}
      initial={toWorkspacesForm(held)}
      onCancel={close.cancelled}
      onSave={async (values, base) => {
        const { changes, ...saved } = await api.users.updateWorkspaces.call({ ...values, ...base, ...at })
        take(saved)
        flashSaved(`Workspaces of ${fullName(user)} are saved.`, {
          instance: alias,
          changes,
          onSeen: () => void client.invalidateQueries({ queryKey }),
        })
        close.saved()
      }}
      readCurrent={(current) => {
        const parsed = userWorkspaces.safeParse(current)
        if (!parsed.success) return undefined
        take(parsed.data)
        return toWorkspacesForm(parsed.data)
      }}
    >
      {(control) => (
        <MultiselectField
          control={control}
          name="workspaceIds"
          label="Workspaces"
          description="Assigned to the person. What the routing profile has and what everyone sees comes beside these."
          noun="workspaces"
          none="None assigned"
          choices={choices}
          nameOf={nameOf}
        />
      )}
    </Form>
  )
}

function useWorkspaceChoices(instance: string): Choices {
  const query = useQuery(api.users.listAssignableWorkspaces.queryOptions({ input: { instance } }))
  return {
    items: query.data?.items.map(({ id, name, visibility }) => {
      const description = visibilityTexts[visibility]
      return { value: id, label: name, ...(description !== undefined && { description }) }
    }),
    hasFailed: query.isError,
    retry: () => void query.refetch(),
  }
}
