import type { ReadingState } from '../connect/directory/directory.ts'

/** The form of every list. Readings are whole or they fail, so what comes from one is complete. */
export function listAnswer<Item>(items: Item[], total: number, asOf: Date) {
  return { items, total, asOf: asOf.toISOString(), complete: true }
}

/** What every answer out of the directory says of its age. */
export function ageOf({ asOf, refreshing, problem }: ReadingState) {
  return {
    asOf: asOf.toISOString(),
    complete: true,
    refreshing,
    problem: problem && { code: problem.code, message: problem.message, at: problem.at.toISOString() },
  }
}

/** A list out of the directory. */
export function directoryAnswer<Item>(items: Item[], total: number, state: ReadingState) {
  return { items, total, ...ageOf(state) }
}
