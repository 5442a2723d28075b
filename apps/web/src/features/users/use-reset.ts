import { useMutation } from '@tanstack/react-query'
import { user as userSchema, type Phone, type User } from '@patchbay/contract'
import { useState } from 'react'
import { toApiError } from '../../api/api-error.ts'
import { api } from '../../api/client.ts'
import { useInstance } from '../../api/session.ts'
import { flashSaved } from '../../forms/flash-saved.tsx'
import { clearFlashes } from '../../shell/flash.ts'
import { fullName } from './user-words.ts'
import { takeUser } from './users.queries.ts'

interface Reset {
  readonly preset: string
  readonly phone: Phone
  readonly reason: string | undefined
}

const storageKey = 'patchbay.preset'

/** One write of the phone settings. After a conflict the person as they stand now is shown, and nothing was written. */
export function useReset(user: User, onDone: () => void) {
  const { alias } = useInstance()
  const [wasAsked, setAsked] = useState(false)
  const write = useMutation({
    mutationFn: ({ phone, reason }: Reset) =>
      api.users.updatePhone.call({
        ...phone,
        instance: alias,
        id: user.id,
        version: user.version,
        ...(reason !== undefined && { reason }),
      }),
    onMutate: clearFlashes,
    onSuccess: (saved, { preset }) => {
      localStorage.setItem(storageKey, preset)
      takeUser(alias, saved)
      flashSaved(`${fullName(saved)} is reset: ${preset}.`, { instance: alias, changes: saved.changes })
      onDone()
    },
    onError: (thrown) => {
      const current = userSchema.safeParse(toApiError(thrown).current)
      if (current.success) takeUser(alias, current.data)
    },
  })
  return {
    /** The preset that this browser used last: forty times a day it is the same one. */
    lastUsed: localStorage.getItem(storageKey),
    wasAsked,
    ask: () => setAsked(true),
    save: write.mutate,
    isSaving: write.isPending,
    problem: write.error === null ? undefined : toApiError(write.error),
  }
}
