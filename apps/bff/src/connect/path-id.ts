import { Fault } from '../http/fault.ts'

/** An id becomes a part of the upstream path. A dot segment would be resolved on the way and name another resource. */
export function requirePathId(id: string, thing: string): void {
  if (id === '.' || id === '..')
    throw new Fault('NOT_FOUND', {}, { message: `There is no such ${thing} in Amazon Connect.` })
}
