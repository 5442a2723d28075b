import FormField from '@cloudscape-design/components/form-field'
import Input, { type InputProps } from '@cloudscape-design/components/input'
import { reason as reasonSchema } from '@patchbay/contract'
import { useEffect, useRef, useState } from 'react'
import type { ApiError } from '../api/api-error.ts'
import { useSession } from '../api/session.ts'

const asked = 'Say why: your role asks for a reason, a ticket number for instance.'

interface ReasonOptions {
  /** `asked`: only where the role does. `offered`: always. `elsewhere`: the form has a field for it. */
  readonly field: 'asked' | 'offered' | 'elsewhere'
  /** Why the last save was refused. */
  readonly refusal: ApiError | undefined
  /** What the reason is called where it is always the same kind. */
  readonly label?: 'Reason' | 'Ticket number'
  /** It is what is left to do, so the focus begins there. */
  readonly takesFocus?: boolean
}

/** The reason of a save, which some roles have to give. It is no change of what is edited. */
export function useReason({ field, refusal, label = 'Reason', takesFocus = false }: ReasonOptions) {
  const { reasonRequired } = useSession()
  const [typed, setTyped] = useState('')
  const [fault, setFault] = useState<string>()
  const input = useRef<InputProps.Ref>(null)
  useEffect(() => {
    if (takesFocus) input.current?.focus()
  }, [takesFocus])
  // A role may have changed since the session was read: then the server says so.
  const refused = refusal?.fields.find((one) => one.field === 'reason')?.message
  const isRequired = reasonRequired || refused !== undefined
  const isShown = field === 'offered' || (field === 'asked' && isRequired)
  const value = typed.trim()

  /** False: something is wrong with it, which it now says and has the focus for. */
  function check(): boolean {
    if (!isShown) return true
    const found = isRequired && value === '' ? asked : reasonSchema.safeParse(value).error?.issues[0]?.message
    setFault(found)
    if (found !== undefined) input.current?.focus()
    return found === undefined
  }

  return {
    value: isShown && value !== '' ? value : undefined,
    check,
    field: isShown && (
      <FormField
        label={isRequired ? label : optional(label)}
        constraintText={
          label === 'Reason'
            ? 'A ticket number, for instance. It goes into the audit trail.'
            : 'It goes into the audit trail as the reason.'
        }
        errorText={fault ?? (value === '' && refused)}
      >
        <Input
          ref={input}
          value={typed}
          onChange={({ detail }) => setTyped(detail.value)}
          onBlur={() => fault !== undefined && check()}
          autoComplete={false}
          nativeInputAttributes={{ dir: 'auto' }}
          ariaRequired={isRequired}
        />
      </FormField>
    ),
  }
}

function optional(label: string) {
  return (
    <>
      {label} <i>- optional</i>
    </>
  )
}
