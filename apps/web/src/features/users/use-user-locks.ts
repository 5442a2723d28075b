import { useQuery } from '@tanstack/react-query'
import type { Right } from '@patchbay/contract'
import { api } from '../../api/client.ts'
import { useInstance, useSession } from '../../api/session.ts'

/** Said while it is not known yet. */
export const looking = 'Patchbay is looking whether you may change this person.'

/** Why a right to change people does not hold for this one; undefined where it does. `otherwise` is said where the role has no such right. */
export type LockOf = (right: Right, otherwise: string) => string | undefined

/** Known before anything is typed. Where it cannot be read, the write decides. */
export function useUserLocks(id: string): LockOf {
  const { alias } = useInstance()
  const { rights } = useSession()
  const { data, isPending } = useQuery(api.users.listRefusals.queryOptions({ input: { instance: alias, id } }))
  return (right, otherwise) => {
    if (!rights.includes(right)) return otherwise
    if (isPending) return looking
    return data?.items.find((one) => one.right === right)?.reason
  }
}
