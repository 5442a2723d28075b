import FormField from '@cloudscape-design/components/form-field'
import Input, { type InputProps } from '@cloudscape-design/components/input'
import { reason } from '@patchbay/contract'
import { useEffect, useRef, useState } from 'react'
import type { ApiError } from '../../api/api-error.ts'
import { useSession } from '../../api/session.ts'

interface TicketOptions {
  readonly label: string
  readonly problem: ApiError | undefined
  /** It is what is left to do in the dialog, so the focus begins there. */
  readonly takesFocus?: boolean
}

/** Why a reset or a delete is done. It goes into the audit trail; some roles do nothing without it. */
export function useTicket({ label, problem, takesFocus = false }: TicketOptions) {
  const { reasonRequired } = useSession()
  const [typed, setTyped] = useState('')
  const [wasAsked, setAsked] = useState(false)
  const input = useRef<InputProps.Ref>(null)
  useEffect(() => {
    if (takesFocus) input.current?.focus()
  }, [takesFocus])
  const value = typed.trim()
  // A role may have changed since the session was read: then the server says so.
  const refused = problem?.fields.find(({ field }) => field === 'reason')?.message
  const isRequired = reasonRequired || refused !== undefined
  const missing = isRequired && value === '' ? 'Your role asks for it. It goes into the audit trail.' : undefined
  const fault = missing ?? reason.safeParse(value).error?.issues[0]?.message

  return {
    value,
    /** False: something is wrong with it, which it now says and has the focus for. */
    check(): boolean {
      setAsked(true)
      if (fault !== undefined) input.current?.focus()
      return fault === undefined
    },
    field: (
      <FormField
        label={isRequired ? label : optional(label)}
        constraintText="It stands in the audit trail as the reason."
        errorText={(wasAsked || refused !== undefined) && fault}
      >
        <Input
          ref={input}
          value={typed}
          onChange={({ detail }) => setTyped(detail.value)}
          autoComplete={false}
          ariaRequired={isRequired}
          nativeInputAttributes={{ dir: 'auto' }}
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
