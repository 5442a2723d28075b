import Box from '@cloudscape-design/components/box'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { user as userSchema, type Identity, type User } from '@patchbay/contract'
import { api } from '../../api/client.ts'
import { useInstance, useSession } from '../../api/session.ts'
import { ChangeList } from '../../forms/change-list.tsx'
import type { Change } from '../../forms/changes.ts'
import type { SaveQuestion } from '../../forms/confirm-save.tsx'
import { Form } from '../../forms/form.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { flash } from '../../shell/flash.tsx'
import {
  identityFieldNames,
  identityForm,
  identityLocks,
  identityTexts,
  toIdentityForm,
  type IdentityField,
  type IdentityLocks,
} from './identity-form.ts'
import { SettingsSection } from './settings-section.tsx'
import { fullName } from './user-words.ts'
import { takeUser } from './users.queries.ts'

interface FieldHelp {
  readonly hint?: string
  readonly type?: 'email'
  readonly inputMode?: 'tel'
  readonly isRequired?: 'never'
}

const help: Record<IdentityField, FieldHelp> = {
  firstName: {},
  lastName: {},
  email: { hint: 'Password resets go here.', type: 'email', isRequired: 'never' },
  secondaryEmail: { hint: 'Notifications go here, password resets do not.', type: 'email', isRequired: 'never' },
  mobile: { hint: 'With country code, as in +447700900123.', inputMode: 'tel', isRequired: 'never' },
}

export function IdentitySection({ user }: { readonly user: User }) {
  const { alias, identityManagementType } = useInstance()
  const { rights } = useSession()
  const locks = identityLocks(identityManagementType, rights)
  const isLocked = identityFieldNames.every((field) => locks[field] !== undefined)

  return (
    <SettingsSection
      title="Identity"
      edit="identity"
      lockedReason={isLocked ? 'Your role cannot change identity fields here.' : undefined}
      view={
        <KeyValuePairs
          columns={2}
          items={identityFieldNames.map((field) => ({
            label: identityTexts[field].label,
            value: <bdi>{identityValue(user.identity, field)}</bdi>,
          }))}
        />
      }
    >
      {(close) => (
        <Form
          name="Identity"
          schema={identityForm(identityManagementType, locks)}
          fields={identityTexts}
          initial={toIdentityForm(user)}
          onCancel={close.cancelled}
          onSave={async (identity, version) => {
            const saved = await api.users.updateIdentity.call({ ...identity, version, instance: alias, id: user.id })
            takeUser(alias, saved)
            flash(`Identity of ${fullName(saved)} is saved.`)
            close.saved()
          }}
          readCurrent={(current) => {
            const parsed = userSchema.safeParse(current)
            return parsed.success ? toIdentityForm(parsed.data) : undefined
          }}
          question={(changes) => emailQuestion(changes, user)}
        >
          {(control) =>
            identityFieldNames.map((field) => (
              <TextField
                key={field}
                control={control}
                name={field}
                label={identityTexts[field].label}
                lockedReason={locks[field]}
                {...helpOf(field, locks)}
              />
            ))
          }
        </Form>
      )}
    </SettingsSection>
  )
}

function identityValue(identity: Identity, field: IdentityField): string {
  const value = identity[field]
  return value === null || value === '' ? '–' : value
}

function helpOf(field: IdentityField, locks: IdentityLocks): FieldHelp {
  return locks[field] === undefined ? help[field] : {}
}

/** USR-15: whoever reads the new address can reset the password, so this one is asked about. */
function emailQuestion(changes: readonly Change[], user: User): SaveQuestion | undefined {
  const change = changes.find((one) => one.field === 'email')
  if (change === undefined) return undefined
  const name = <bdi>{fullName(user)}</bdi>
  const isRemoved = change.after === identityTexts.email.format(null)
  return {
    title: `${isRemoved ? 'Remove' : 'Change'} the e-mail of ${fullName(user)}?`,
    text: (
      <SpaceBetween size="s">
        <ChangeList changes={[change]} />
        {isRemoved ? (
          <Box>Without an address, the password of {name} can no longer be reset by e-mail.</Box>
        ) : (
          <Box>
            Password resets go to the new address, so whoever reads it can sign in as {name}. Make sure that the request
            comes from {name}.
          </Box>
        )}
      </SpaceBetween>
    ),
    action: isRemoved ? 'Remove the e-mail' : 'Change the e-mail',
  }
}
