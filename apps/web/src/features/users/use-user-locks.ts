import { useQuery } from '@tanstack/react-query'
import type { Right } from '@patchbay/contract'
import { api } from '../../api/client.ts'
import { useInstance, useSession } from '../../api/session.ts'

/** Whether somebody may change a person in one way. What is not known yet is neither: nothing is refused for it, and nothing opened. */
export type Lock = { readonly state: 'open' | 'unknown' } | { readonly state: 'locked'; readonly reason: string }

/** `otherwise` is the reason where the role has no such right for anybody. */
export type LockOf = (right: Right, otherwise: string) => Lock

/** Asked before anything is typed. Where the answer cannot be read, the write decides. */
export function useUserLocks(id: string): LockOf {
  const { alias } = useInstance()
  const { rights } = useSession()
  const { data, isPending } = useQuery(api.users.listRefusals.queryOptions({ input: { instance: alias, id } }))
  return (right, otherwise) => {
    if (!rights.includes(right)) return locked(otherwise)
    if (isPending) return { state: 'unknown' }
    const refusal = data?.items.find((one) => one.right === right)
    return refusal === undefined ? { state: 'open' } : locked(refusal.reason)
  }
}

export function locked(reason: string): Lock {
  return { state: 'locked', reason }
}

/** Undefined where it is open, or not known yet. */
export function reasonOf(lock: Lock): string | undefined {
  return lock.state === 'locked' ? lock.reason : undefined
}
