import type { Held } from './permission-selection.ts'

export interface PermissionDiff {
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

/** From `base` to `held`, both lists sorted. */
export function diffPermissions(base: Held, held: Held): PermissionDiff {
  return {
    added: [...held.difference(base)].toSorted(),
    removed: [...base.difference(held)].toSorted(),
  }
}

export function hasDiff(diff: PermissionDiff): boolean {
  return diff.added.length + diff.removed.length > 0
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
}

/** "Adds 3, takes away 1 permission." */
export function sayDiff({ added, removed }: PermissionDiff): string {
  if (added.length > 0 && removed.length > 0) {
    return `Adds ${added.length.toLocaleString('en')}, takes away ${counted(removed.length, 'permission')}.`
  }
  if (added.length > 0) return `Adds ${counted(added.length, 'permission')}.`
  if (removed.length > 0) return `Takes away ${counted(removed.length, 'permission')}.`
  return 'No permission changes.'
}

export interface ThreeWay {
  readonly theirs: PermissionDiff
  readonly mine: PermissionDiff
  /** Both sides made the same change. */
  readonly both: PermissionDiff
  /** Their state with my changes on top. */
  readonly merged: Held
}

/**
 * Base, theirs and mine as sets. A permission is either granted or not, so two changes of the same one are the same
 * change: nothing contradicts, and putting mine on top of theirs loses neither.
 */
export function mergePermissions(base: Held, theirs: Held, mine: Held): ThreeWay {
  const theirDiff = diffPermissions(base, theirs)
  const myDiff = diffPermissions(base, mine)
  const merged = new Set(theirs)
  for (const name of myDiff.added) merged.add(name)
  for (const name of myDiff.removed) merged.delete(name)
  return {
    theirs: theirDiff,
    mine: myDiff,
    both: {
      added: myDiff.added.filter((name) => theirs.has(name)),
      removed: myDiff.removed.filter((name) => !theirs.has(name)),
    },
    merged,
  }
}
