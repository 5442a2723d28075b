import type { Proficiency, UserProficiencies } from '@patchbay/contract'
import { listUserProficiencies } from '../../connect/users/user-proficiencies.ts'
import { versionOf } from '../../connect/version.ts'
import type { Caller } from '../caller.ts'
import type { FieldState, Reader, Subject } from '../writes/write.ts'
import { readUser, type UserReading } from './read-user.ts'
import { decidedByPerson } from './user-subject.ts'
import { viewVisible } from './view-visible.ts'

/** A person's proficiencies, with the person, who decides who may look at them and change them. */
export interface ProficienciesReading {
  readonly user: UserReading
  readonly proficiencies: readonly Proficiency[]
  readonly version: string
  readonly asOf: Date
}

/** The proficiencies of a person as the write engine sees them: read and compared apart from the rest. */
export const proficienciesSubject: Subject<ProficienciesReading, UserProficiencies> = {
  ...decidedByPerson,
  kind: 'user',
  word: 'person',
  read: async (reader, id) => withProficiencies(reader, await readUser(reader, id)),
  states: ({ proficiencies }) => proficiencyStates(proficiencies),
  answer: async (_caller, { user, proficiencies, version, asOf }) => ({
    id: user.settings.id,
    version,
    proficiencies: [...proficiencies],
    asOf: asOf.toISOString(),
  }),
  remember: () => undefined,
}

/** For looking at. Throws NOT_FOUND where the caller may not look at the person. */
export async function viewProficiencies(caller: Caller, id: string): Promise<UserProficiencies> {
  const user = await viewVisible(caller, { id, fresh: false })
  return await proficienciesSubject.answer(caller, await withProficiencies(caller, user))
}

async function withProficiencies({ instance, signal, now }: Reader, user: UserReading): Promise<ProficienciesReading> {
  const asOf = now()
  const read = await listUserProficiencies(instance, user.settings.id, { signal })
  const proficiencies = read.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  return { user, proficiencies, version: versionOf({ id: user.settings.id, proficiencies }), asOf }
}

export const keyOf = ({ attributeName, attributeValue }: Omit<Proficiency, 'level'>) =>
  `${attributeName}: ${attributeValue}`

/** The trail has whole numbers only; a level that is none is written down as a text. */
export function proficiencyStates(proficiencies: readonly Proficiency[]): FieldState[] {
  return proficiencies.map(({ level, ...named }) => ({
    field: 'proficiencies',
    key: keyOf(named),
    value: Number.isInteger(level) ? level : String(level),
  }))
}
