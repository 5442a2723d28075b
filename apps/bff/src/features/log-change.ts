import type { Caller } from './caller.ts'

export interface Change {
  /** The contract's verb and noun, as in `users.updatePhone`. */
  readonly operation: string
  readonly target: string
  readonly fields: readonly string[]
  readonly reason: string | undefined
}

/** One line for each change that Connect took: who, what, where and why. Names of fields only, never values. */
export function logChange(
  { log, instance, signedIn, requestId }: Caller,
  { operation, target, fields, reason }: Change,
): void {
  const change = {
    operation,
    instance: instance.info.alias,
    target,
    person: signedIn.person.id,
    fields,
    reason,
    requestId,
  }
  log.info({ change }, 'changed')
}
