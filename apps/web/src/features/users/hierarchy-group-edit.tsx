import { api } from '../../api/client.ts'
import { useInstance } from '../../api/session.ts'
import { useGroupChoices } from '../hierarchy/hierarchy.queries.ts'
import { HierarchyGroupField } from './access-fields.tsx'
import { accessNames, accessTexts, hierarchyGroupForm, toAccessForm } from './access-form.ts'
import { UserSettingsForm, type EditProps } from './user-settings-form.tsx'
import { fullName } from './user-words.ts'

export function HierarchyGroupEdit({ user, close }: EditProps) {
  const { alias } = useInstance()
  const choices = useGroupChoices(alias, 'users.hierarchy-group.write')
  const names = accessNames(user, { groups: choices })
  const { hierarchyGroupId } = accessTexts(names)
  return (
    <UserSettingsForm
      user={user}
      close={close}
      name="Hierarchy group"
      schema={hierarchyGroupForm}
      fields={{ hierarchyGroupId }}
      toForm={(from) => ({
        version: from.version,
        values: { hierarchyGroupId: toAccessForm(from).hierarchyGroupId },
      })}
      save={(values, at) => api.users.updateHierarchyGroup.call({ ...values, ...at })}
      savedText={(saved) => `Hierarchy group of ${fullName(saved)} is saved.`}
    >
      {(control) => <HierarchyGroupField control={control} names={names} choices={choices} />}
    </UserSettingsForm>
  )
}
