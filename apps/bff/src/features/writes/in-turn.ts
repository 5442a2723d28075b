import type { Caller } from '../caller.ts'
import { LeasedTurn } from '../leased-turn.ts'
import type { Subject } from './write.ts'

/**
 * One at a time per resource: reading, comparing and writing belong together, and Connect does not hold them together for us (OTH-08). Within
 * a process they stand in line; among replicas a lease sees to it, without which two saves of one version would both pass the comparison.
 */
export async function inTurn<Answer>(
  caller: Caller,
  { kind, word }: Pick<Subject<never, never>, 'kind' | 'word'>,
  id: string,
  task: () => Promise<Answer>,
): Promise<Answer> {
  const { instance, leases } = caller
  const resource = `${kind}/${id}`
  return await instance.turns.run(resource, async () => {
    if (!leases.isShared) return await task()
    const busy = `Someone else is saving this ${word}, and it takes its time. Nothing was changed: try again in a moment.`
    const turn = new LeasedTurn(caller, `write ${instance.info.id} ${resource}`, busy)
    try {
      await turn.take()
      return await task()
    } finally {
      await turn.release()
    }
  })
}
