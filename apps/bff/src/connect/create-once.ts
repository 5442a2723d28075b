import { Fault } from '../http/fault.ts'
import { isOutcomeUnknown } from './error-table.ts'

/** How to create something that has a name of its own in the instance. */
export interface Creation {
  /** One call. Gives the new id. */
  readonly create: () => Promise<string>
  /**
   * The id of what has the name and is as it was to be made; undefined where nothing has it that can be seen, `quickly` or
   * `thoroughly`. Throws the Fault of a taken name where it is another's.
   */
  readonly findMade: (how: 'quickly' | 'thoroughly') => Promise<string | undefined>
}

/**
 * Creates one, never two. Where the answer is lost, it is looked for by its name; where it is not to be seen, the same
 * create is sent once more: Connect takes a name only once (USR-21), so that a second one is not made, and "taken" then
 * says that the first was done. Throws `connect.unavailable` with an unknown outcome only where all that told nothing.
 */
export async function createOnce({ create, findMade }: Creation): Promise<string> {
  try {
    return await create()
  } catch (lost) {
    if (!isOutcomeUnknown(lost)) throw lost
    const made = await findOr(lost, () => findMade('quickly'))
    if (made !== undefined) return made
    try {
      return await create()
    } catch (error) {
      const madeBefore = await findOr(lost, () => findMade('thoroughly'))
      if (madeBefore !== undefined) return madeBefore
      // A refusal is about what was asked, the first time as well. Anything else says nothing of the first create.
      throw error instanceof Fault && error.code === 'connect.refused' ? error : lost
    }
  }
}

/** A taken name is an answer; a read that fails tells nothing of the create. */
async function findOr<Answer>(lost: unknown, find: () => Promise<Answer>): Promise<Answer> {
  try {
    return await find()
  } catch (error) {
    if (error instanceof Fault && (error.code === 'user.username_taken' || error.code === 'profile.name_taken'))
      throw error
    throw lost
  }
}
