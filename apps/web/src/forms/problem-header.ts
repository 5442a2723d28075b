import type { ApiError } from '../api/api-error.ts'

/**
 * Over a problem of a write that is one call. Nobody is told that something is not done which may be.
 * @param done what it would be, as in `marked`
 */
export function problemHeader({ code, changes }: Pick<ApiError, 'code' | 'changes'>, done: string): string {
  if (code === 'CONFLICT') return `Not ${done}: look again`
  if (code === 'change.partly_done') return `It is ${done}, and not read back yet`
  return changes.some(({ status }) => status === 'pending') ? `Not known whether it is ${done}` : `Not ${done}`
}
