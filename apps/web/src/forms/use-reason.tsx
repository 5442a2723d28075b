import FormField from '@cloudscape-design/components/form-field'
import Input, { type InputProps } from '@cloudscape-design/components/input'
import { reason as reasonSchema } from '@patchbay/contract'
import { useRef, useState } from 'react'
import { useSession } from '../api/session.ts'
import type { FormProblem } from './form-problem.tsx'

const asked = 'Say why: your role asks for a reason, a ticket number for instance.'

/** The reason of a save, where the role of who saves asks for one. It is no change of what is edited. */
export function useReason({
  isOwnField,
  problem,
}: {
  /** The form has a field for it. */
  readonly isOwnField: boolean
  readonly problem: FormProblem | undefined
}) {
  const { reasonRequired } = useSession()
  const [typed, setTyped] = useState('')
  const [fault, setFault] = useState<string>()
  const input = useRef<InputProps.Ref>(null)
  // A role may have changed since the session was read: then the server says so.
  const isRefused = problem?.kind === 'refused' && problem.error.fields.some(({ field }) => field === 'reason')
  const isAsked = !isOwnField && (reasonRequired || isRefused)
  const value = typed.trim()

  function check(): boolean {
    if (!isAsked) return true
    const found = value === '' ? asked : reasonSchema.safeParse(value).error?.issues[0]?.message
    setFault(found)
    if (found !== undefined) input.current?.focus()
    return found === undefined
  }

  return {
    value: isAsked ? value : undefined,
    check,
    field: isAsked && (
      <FormField
        label="Reason"
        constraintText="A ticket number, for instance. It goes into the audit trail."
        errorText={fault}
      >
        <Input
          ref={input}
          value={typed}
          onChange={({ detail }) => setTyped(detail.value)}
          onBlur={() => fault !== undefined && check()}
          autoComplete={false}
          nativeInputAttributes={{ dir: 'auto' }}
          ariaRequired
        />
      </FormField>
    ),
  }
}
