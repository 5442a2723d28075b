import type { Proficiency } from '@patchbay/contract'
import {
  associateUserProficiencies,
  disassociateUserProficiencies,
  updateUserProficiencies,
} from '../../connect/users/user-proficiencies.ts'
import type { OperationName } from '../../connect/operations.ts'
import type { Caller } from '../caller.ts'
import { runWrites } from '../writes/run-writes.ts'
import { differences, type Write, type WriteBase } from '../writes/write.ts'
import { requireVisibleUser } from './require-visible-user.ts'
import { keyOf, proficienciesSubject, proficiencyStates } from './proficiencies-subject.ts'

/** OTH-02. */
const MAX_PROFICIENCIES = 10

type Input = WriteBase & { readonly proficiencies: readonly Proficiency[] }

export async function updateProficiencies(caller: Caller, input: Input) {
  await requireVisibleUser(caller, input.id)
  return await runWrites(caller, proficienciesSubject, input, {
    action: 'users.updateProficiencies',
    plan: ({ proficiencies }) => planProficiencies(caller, input.id, proficiencies, input.proficiencies),
  })
}

/** At most three writes: other levels, new ones, and those that are gone. */
function planProficiencies(
  { instance }: Caller,
  id: string,
  current: readonly Proficiency[],
  wanted: readonly Proficiency[],
): Write[] {
  const levels = new Map(current.map((one) => [keyOf(one), one.level]))
  const kept = new Set(wanted.map(keyOf))
  const added = wanted.filter((one) => !levels.has(keyOf(one)))
  const changed = wanted.filter((one) => levels.has(keyOf(one)) && levels.get(keyOf(one)) !== one.level)
  const removed = current.filter((one) => !kept.has(keyOf(one)))
  const fields = differences(proficiencyStates(current), proficiencyStates(wanted))

  const write = (
    operation: OperationName,
    done: string,
    concerned: readonly Proficiency[],
    send: typeof associateUserProficiencies,
  ): Write[] => {
    if (concerned.length === 0) return []
    const keys = new Set(concerned.map(keyOf))
    const own = fields.filter(({ key }) => keys.has(key ?? ''))
    return [{ operation, done, fields: own, send: (options) => send(instance, id, concerned, options) }]
  }

  const other = write(
    'UpdateUserProficiencies',
    'Levels of proficiencies were changed.',
    changed,
    updateUserProficiencies,
  )
  const put = write('AssociateUserProficiencies', 'Proficiencies were added.', added, associateUserProficiencies)
  const take = write(
    'DisassociateUserProficiencies',
    'Proficiencies were removed.',
    removed,
    disassociateUserProficiencies,
  )
  // New ones first, so that a failure between leaves nobody without contacts; not where ten would be passed.
  return current.length + added.length > MAX_PROFICIENCIES ? [...other, ...take, ...put] : [...other, ...put, ...take]
}
