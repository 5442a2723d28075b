import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Control } from 'react-hook-form'
import { TagsField } from '../../forms/tags-field.tsx'
import { TextAreaField } from '../../forms/text-area-field.tsx'
import { TextField } from '../../forms/text-field.tsx'
import type { ProfileInput, ProfileOutput } from './profile-values.ts'

interface ProfileFieldsProps {
  readonly control: Control<ProfileInput, unknown, ProfileOutput>
  /** Set where the profile exists already. */
  readonly nameLockedReason: string | undefined
}

export function ProfileFields({ control, nameLockedReason }: ProfileFieldsProps) {
  return (
    <SpaceBetween size="l">
      <TextField
        control={control}
        name="name"
        label="Name"
        hint="Letters A to Z, digits, spaces and _ @ -; at most 127 characters. It cannot be changed later."
        lockedReason={nameLockedReason}
      />
      <TextAreaField
        control={control}
        name="description"
        label="Description"
        hint="Who should hold it, and for what. At most 250 characters."
      />
      <TagsField control={control} name="tags" label="Tags" />
    </SpaceBetween>
  )
}
