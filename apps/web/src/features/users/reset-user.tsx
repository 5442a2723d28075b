import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Link from '@cloudscape-design/components/link'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import RadioGroup from '@cloudscape-design/components/radio-group'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { takesPassword, type Preset, type User } from '@patchbay/contract'
import { useId, useState, type FormEvent } from 'react'
import { api } from '../../api/client.ts'
import { useInstance, useRight } from '../../api/session.ts'
import { ChangeList } from '../../forms/change-list.tsx'
import { changesBetween } from '../../forms/changes.ts'
import { FormDialog } from '../../forms/form-dialog.tsx'
import { useReason } from '../../forms/use-reason.tsx'
import { paths } from '../../shell/paths.ts'
import { useFollow } from '../../shell/use-follow.ts'
import { ErrorText, LoadStates } from '../../shell/load-states.tsx'
import { phoneForm, phoneTexts, toPhoneForm } from './phone-form.ts'
import { phoneAfter, sayPreset } from './preset-form.ts'
import { useReset } from './use-reset.ts'
import { shortName } from './user-words.ts'

interface ResetUserProps {
  readonly user: User
  /** After a reset there is nothing left to ask about. */
  readonly onClose: () => void
}

/** Choose a preset, see what would change, confirm with the ticket: what a helpdesk does forty times a day. */
export function ResetUser({ user, onClose }: ResetUserProps) {
  const { alias } = useInstance()
  const presets = useQuery(api.presets.read.queryOptions({ input: { instance: alias } }))
  const mayChangePresets = useRight('presets.write')
  const follow = useFollow()
  const form = useId()
  const reset = useReset(user, onClose)
  return (
    <FormDialog
      header={`Reset ${shortName(user)}`}
      closeLabel="Close without a change"
      form={form}
      action="Reset"
      sending={reset.isSaving ? 'Resetting' : undefined}
      isLoading={presets.data === undefined}
      onClose={onClose}
    >
      <LoadStates query={presets} what="the presets">
        {({ items }) => (
          <SpaceBetween size="m">
            <ResetForm id={form} user={user} presets={items} reset={reset} />
            {mayChangePresets && (
              <Link href={paths.presets(alias)} onFollow={follow}>
                Change the presets
              </Link>
            )}
          </SpaceBetween>
        )}
      </LoadStates>
    </FormDialog>
  )
}

interface ResetFormProps {
  readonly id: string
  readonly user: User
  readonly presets: readonly Preset[]
  readonly reset: ReturnType<typeof useReset>
}

function ResetForm({ id, user, presets, reset }: ResetFormProps) {
  const [chosen, setChosen] = useState(() => presets.find(({ name }) => name === reset.lastUsed) ?? presets[0])
  const [number, setNumber] = useState(user.phone.deskPhoneNumber ?? '')
  const { wasAsked, problem } = reset
  // What was used last is chosen already, as forty times a day: what is left to do is the ticket.
  const ticket = useReason({ field: 'offered', refusal: problem, label: 'Ticket number', takesFocus: true })
  if (chosen === undefined) {
    return (
      <Box>There are no presets. An administrator can make some. The phone section of the page changes it by hand.</Box>
    )
  }
  const before = toPhoneForm(user).values
  const after = toPhoneForm({ ...user, phone: phoneAfter(chosen, user.phone, number) }).values
  const parsed = phoneForm.safeParse(after)
  const changes = changesBetween({ schema: phoneForm, fields: phoneTexts }, before, after)

  function submit(event: FormEvent): void {
    event.preventDefault()
    event.stopPropagation()
    reset.ask()
    if (chosen === undefined || !parsed.success || changes.length === 0 || !ticket.check()) return
    reset.save({ preset: chosen.name, phone: parsed.data, reason: ticket.value })
  }

  return (
    <form id={id} noValidate aria-label="Reset" onSubmit={submit}>
      <SpaceBetween size="m">
        {problem !== undefined && (
          <Alert type="error" header={problem.code === 'CONFLICT' ? 'Nothing was changed: look again' : 'Not reset'}>
            <ErrorText error={problem} />
            {problem.fields
              .filter(({ field }) => field !== 'reason')
              .map(({ field, message }) => (
                <Box key={field}>{message}</Box>
              ))}
          </Alert>
        )}
        <FormField label="Preset">
          <RadioGroup
            value={chosen.name}
            items={presets.map((preset) => ({
              value: preset.name,
              label: preset.name,
              description: sayPreset(preset),
            }))}
            onChange={({ detail }) => setChosen(presets.find(({ name }) => name === detail.value))}
          />
        </FormField>
        {after.phoneType === 'DESK_PHONE' && (
          <FormField
            label={phoneTexts.deskPhoneNumber.label}
            constraintText="With country code, as in +442071838750."
            errorText={wasAsked && parsed.error?.issues.find(({ path }) => path[0] === 'deskPhoneNumber')?.message}
          >
            <Input
              value={number}
              onChange={({ detail }) => setNumber(detail.value)}
              inputMode="tel"
              autoComplete={false}
              ariaRequired
            />
          </FormField>
        )}
        <output>
          {changes.length === 0 ? (
            <Box color={wasAsked ? 'text-status-warning' : 'inherit'}>
              Nothing would change: everything stands as the preset has it.
            </Box>
          ) : (
            <ChangeList changes={changes} />
          )}
        </output>
        {ticket.field}
        <PasswordHelp />
      </SpaceBetween>
    </form>
  )
}

/** USR-04: no operation of Connect's API sets or resets a password. */
function PasswordHelp() {
  const { identityManagementType } = useInstance()
  return (
    <Box color="text-body-secondary" fontSize="body-s">
      {takesPassword(identityManagementType)
        ? 'Passwords cannot be reset from here: Amazon Connect offers it on its own site only, under Users, User management. It signs the person out at once.'
        : 'People of this instance sign in elsewhere: their passwords are reset where they sign in, not in Amazon Connect.'}
    </Box>
  )
}
