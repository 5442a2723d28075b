import type { Control, FieldPath, FieldValues } from 'react-hook-form'
import type { Choices } from '../../forms/choices.ts'
import { MultiselectField } from '../../forms/multiselect-field.tsx'
import { SelectField } from '../../forms/select-field.tsx'
import type { AccessNames } from './access-form.ts'

interface AccessFieldProps<Input extends FieldValues, Output extends FieldValues> {
  readonly control: Control<Input, unknown, Output>
  readonly names: AccessNames
  readonly choices: Choices
}

export function RoutingProfileField<In extends { routingProfileId: string }, Out extends FieldValues>({
  control,
  names,
  choices,
}: AccessFieldProps<In, Out>) {
  return (
    <SelectField
      control={control}
      name={'routingProfileId' as FieldPath<In>}
      label="Routing profile"
      description="Decides what contacts the person gets."
      noun="routing profiles"
      choices={choices}
      nameOf={names.routingProfile}
    />
  )
}

export function HierarchyGroupField<In extends { hierarchyGroupId: string }, Out extends FieldValues>({
  control,
  names,
  choices,
}: AccessFieldProps<In, Out>) {
  return (
    <SelectField
      control={control}
      name={'hierarchyGroupId' as FieldPath<In>}
      label="Hierarchy group"
      description="Find a group by its name or by what stands above it."
      noun="hierarchy groups"
      choices={choices}
      nameOf={names.group}
    />
  )
}

export function SecurityProfilesField<In extends { securityProfileIds: string[] }, Out extends FieldValues>({
  control,
  names,
  choices,
  held,
}: AccessFieldProps<In, Out> & { readonly held?: readonly string[] }) {
  return (
    <MultiselectField
      control={control}
      name={'securityProfileIds' as FieldPath<In>}
      label="Security profiles"
      hint="1 to 10. What they allow adds up."
      noun="security profiles"
      choices={choices}
      nameOf={names.securityProfile}
      {...(held && { held })}
    />
  )
}
