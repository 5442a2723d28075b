import { api } from '../../api/client.ts'
import { TagsField } from '../../forms/tags-field.tsx'
import { tagsForm, tagsText, toAccessForm } from './access-form.ts'
import { UserSettingsForm, type EditProps } from './user-settings-form.tsx'
import { fullName } from './user-words.ts'

export function TagsEdit({ user, close }: EditProps) {
  return (
    <UserSettingsForm
      user={user}
      close={close}
      name="Tags"
      schema={tagsForm}
      fields={{ tags: tagsText }}
      toForm={(from) => ({ version: from.version, values: { tags: toAccessForm(from).tags } })}
      save={(values, at) => api.users.updateTags.call({ ...values, ...at })}
      savedText={(saved) => `Tags of ${fullName(saved)} are saved.`}
    >
      {(control) => <TagsField control={control} name="tags" label="Tags" />}
    </UserSettingsForm>
  )
}
