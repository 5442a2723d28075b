import { useQuery, useQueryClient } from '@tanstack/react-query'
import { userProficiencies, type User, type UserProficiencies } from '@patchbay/contract'
import { api } from '../../api/client.ts'
import { useInstance } from '../../api/session.ts'
import { flashSaved } from '../../forms/flash-saved.tsx'
import { Form } from '../../forms/form.tsx'
import { ProficienciesField } from './proficiencies-field.tsx'
import { proficienciesForm, proficienciesTexts, toProficienciesForm } from './proficiencies-form.ts'
import type { Close } from './user-settings-form.tsx'
import { fullName } from './user-words.ts'

interface ProficienciesEditProps {
  readonly user: User
  readonly held: UserProficiencies
  readonly close: Close
}

/** As `user-settings-form.tsx`, for what has a version of its own. */
export function ProficienciesEdit({ user, held, close }: ProficienciesEditProps) {
  const { alias } = useInstance()
  const client = useQueryClient()
  const attributes = useQuery(api.predefinedAttributes.list.queryOptions({ input: { instance: alias } }))
  const at = { instance: alias, id: user.id }
  const take = (now: UserProficiencies) =>
    client.setQueryData(api.users.describeProficiencies.queryKey({ input: at }), now)
  return (
    <Form
      name="Proficiencies"
      schema={proficienciesForm}
      fields={proficienciesTexts}
      initial={toProficienciesForm(held)}
      onCancel={close.cancelled}
      onSave={async (values, base) => {
        const { changes, ...saved } = await api.users.updateProficiencies.call({ ...values, ...base, ...at })
        take(saved)
        flashSaved(`Proficiencies of ${fullName(user)} are saved.`, { instance: alias, changes })
        close.saved()
      }}
      readCurrent={(current) => {
        const parsed = userProficiencies.safeParse(current)
        if (!parsed.success) return undefined
        take(parsed.data)
        return toProficienciesForm(parsed.data)
      }}
    >
      {(control) => (
        <ProficienciesField
          control={control}
          attributes={{
            items: attributes.data?.items,
            hasFailed: attributes.isError,
            retry: () => void attributes.refetch(),
          }}
        />
      )}
    </Form>
  )
}
