import { user as userSchema, type ChangeMark, type User } from '@patchbay/contract'
import type { ReactNode } from 'react'
import type { Control, FieldValues } from 'react-hook-form'
import { useInstance } from '../../api/session.ts'
import type { Change, FieldTexts, FormSchema } from '../../forms/changes.ts'
import type { SaveQuestion } from '../../forms/confirm-save.tsx'
import { flashSaved } from '../../forms/flash-saved.tsx'
import { Form } from '../../forms/form.tsx'
import type { Base, SaveBase } from '../../forms/use-form-save.ts'
import { takeUser } from './users.queries.ts'

/** How a form on a person's page closes: the section that opened it knows. */
export interface Close {
  readonly saved: () => void
  readonly cancelled: () => void
}

/** What the form of every settings group is given. */
export interface EditProps {
  readonly user: User
  readonly close: Close
}

interface UserSettingsFormProps<Input extends FieldValues, Output extends FieldValues> extends EditProps {
  readonly name: string
  readonly schema: FormSchema<Input, Output>
  readonly fields: FieldTexts<Output>
  readonly toForm: (user: User) => Base<Input>
  readonly save: (
    values: Output,
    at: SaveBase & { readonly instance: string; readonly id: string },
  ) => Promise<User & { readonly changes: readonly ChangeMark[] }>
  readonly savedText: (user: User) => string
  readonly question?: (changes: readonly Change[], values: Output) => SaveQuestion | undefined
  readonly children: (control: Control<Input, unknown, Output>) => ReactNode
}

/** One settings group of a person, saved by the one call that Connect has for it. */
export function UserSettingsForm<In extends FieldValues, Out extends FieldValues>(
  props: UserSettingsFormProps<In, Out>,
) {
  const { alias } = useInstance()
  const { user, close, toForm } = props
  return (
    <Form
      name={props.name}
      schema={props.schema}
      fields={props.fields}
      initial={toForm(user)}
      onCancel={close.cancelled}
      onSave={async (values, base) => {
        const saved = await props.save(values, { instance: alias, id: user.id, ...base })
        takeUser(alias, saved)
        flashSaved(props.savedText(saved), { instance: alias, changes: saved.changes })
        close.saved()
      }}
      readCurrent={(current) => {
        const parsed = userSchema.safeParse(current)
        if (!parsed.success) return undefined
        // What somebody else wrote is what stands now, on the rest of the page too.
        takeUser(alias, parsed.data)
        return toForm(parsed.data)
      }}
      {...(props.question !== undefined && { question: props.question })}
    >
      {props.children}
    </Form>
  )
}
