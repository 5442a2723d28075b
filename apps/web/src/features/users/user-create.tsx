import Alert from '@cloudscape-design/components/alert'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { takesDirectoryUserId, takesPassword, type User } from '@patchbay/contract'
import { useId, useState, type ReactNode } from 'react'
import type { Control } from 'react-hook-form'
import { api } from '../../api/client.ts'
import { useInstance } from '../../api/session.ts'
import { flashSaved } from '../../forms/flash-saved.tsx'
import { Form } from '../../forms/form.tsx'
import { TagsField } from '../../forms/tags-field.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { useGroupChoices } from '../hierarchy/hierarchy.queries.ts'
import { useRoutingProfileChoices } from '../routing-profiles/routing-profiles.queries.ts'
import { useSecurityProfileChoices } from '../security-profiles/security-profiles.queries.ts'
import { HierarchyGroupField, RoutingProfileField, SecurityProfilesField } from './access-fields.tsx'
import { accessNames } from './access-form.ts'
import { IdentityFields } from './identity-fields.tsx'
import { PhoneFields } from './phone-fields.tsx'
import {
  createLocks,
  newUser,
  toUserCreate,
  userCreateForm,
  userCreateTexts,
  type UserCreateInput,
  type UserCreateOutput,
  type UsualAccess,
} from './user-create-form.ts'
import { UsernameCheck } from './username-check.tsx'
import { fullName } from './user-words.ts'
import { takeUser } from './users.queries.ts'

interface UserCreateProps {
  /** Whom to copy. */
  readonly from?: User
  readonly usual: UsualAccess
  readonly onCancel: () => void
  readonly onCreated: (user: User) => void
}

export function UserCreate({ from, usual, onCancel, onCreated }: UserCreateProps) {
  const { alias, identityManagementType: kind } = useInstance()
  const routingProfiles = useRoutingProfileChoices(alias)
  const groups = useGroupChoices(alias, 'users.create')
  const securityProfiles = useSecurityProfileChoices(alias, 'users.create')
  const names = accessNames(from, { routingProfiles, groups, securityProfiles })
  // Read once: what is read again while the form is open changes nothing that was typed.
  const [values] = useState(() => newUser(from, usual))
  return (
    <Form<UserCreateInput, UserCreateOutput>
      name="Create person"
      createText="Create person"
      schema={userCreateForm(kind)}
      fields={userCreateTexts(names)}
      initial={{ version: '', values }}
      onCancel={onCancel}
      onSave={async (output) => {
        const created = await api.users.create.call({ ...toUserCreate(output), instance: alias })
        takeUser(alias, created)
        flashSaved(`${fullName(created)} is created.`, { instance: alias, changes: created.changes })
        onCreated(created)
      }}
    >
      {(control) => (
        <>
          {from !== undefined && <Copied from={from} />}
          <div className="beside">
            <Part title="Identity">
              <TextField control={control} name="username" label="User name" hint={usernameHint} />
              {takesPassword(kind) && <PasswordField control={control} />}
              {takesDirectoryUserId(kind) && (
                <TextField
                  control={control}
                  name="directoryUserId"
                  label="Directory user id"
                  hint="The person’s id in the company’s directory, where Amazon Connect cannot reach the directory itself."
                  isRequired="never"
                />
              )}
              <IdentityFields control={control} locks={createLocks(kind)} />
            </Part>
            <div className="form-fields">
              <Part title="Place and access">
                <RoutingProfileField control={control} names={names} choices={routingProfiles} />
                <HierarchyGroupField control={control} names={names} choices={groups} />
                <SecurityProfilesField control={control} names={names} choices={securityProfiles} />
              </Part>
              <Part title="Phone">
                <PhoneFields control={control} />
              </Part>
            </div>
          </div>
          <Part title="Tags and reason">
            <TagsField control={control} name="tags" label="Tags" />
            <TextField
              control={control}
              name="reason"
              label="Reason"
              hint="A ticket number, for instance. It goes into the audit trail."
              isRequired="never"
            />
          </Part>
        </>
      )}
    </Form>
  )
}

const usernameHint = (typed: string) => <UsernameCheck typed={typed} />

function Copied({ from }: { readonly from: User }) {
  return (
    <Alert type="info">
      Routing profile, hierarchy group, security profiles, tags and phone settings are those of{' '}
      <bdi>{fullName(from)}</bdi>. Names, addresses, numbers, the password, settings by channel and proficiencies are
      not copied.
    </Alert>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <Container
      header={
        <Header variant="h2">
          <span id={id}>{title}</span>
        </Header>
      }
    >
      <fieldset className="plain-fieldset" aria-labelledby={id}>
        <div className="form-fields">{children}</div>
      </fieldset>
    </Container>
  )
}

function PasswordField({ control }: { readonly control: Control<UserCreateInput, unknown, UserCreateOutput> }) {
  return (
    <TextField
      control={control}
      name="password"
      label="Password"
      type="password"
      hint="8 to 64 characters with a lower-case letter, an upper-case letter and a digit."
    />
  )
}
