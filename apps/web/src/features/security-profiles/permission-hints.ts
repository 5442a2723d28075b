import { labelOf, type PermissionMatrix } from './permission-matrix.ts'
import type { Held } from './permission-selection.ts'

export interface PermissionHint {
  /** The granted permission that does not work as it stands. */
  readonly of: string
  /** The one to move so that it does. */
  readonly move: string
  /** True: grant `move`; false: take it away. */
  readonly grant: boolean
  readonly text: string
  /** False when the profile was already like this before the change. */
  readonly fresh: boolean
}

interface Rule {
  readonly of: string
  readonly move: string
  readonly grant: boolean
  readonly text: string
}

export type DependencyRules = ReadonlyMap<string, readonly Rule[]>

/** "Users: Edit works only with View.", or with the other resource named too where it is another one. */
function say(matrix: PermissionMatrix, of: string, other: string, verb: string): string {
  const [a, b] = [matrix.cells.get(of), matrix.cells.get(other)]
  const isSameResource = a?.permission && b?.permission && a.permission.resource === b.permission.resource
  return `${labelOf(matrix, of)} ${verb} ${isSameResource ? b.action : labelOf(matrix, other)}.`
}

const verbs = {
  autoSelects: 'works only with',
  requires: 'works only with',
  alsoGrant: 'is advised together with',
  mustBeAbsent: 'works only without',
} as const

/** Every dependency of the catalogue, once. Connect's page moves these along by itself; its API does not. */
export function dependencyRules(matrix: PermissionMatrix): DependencyRules {
  const rules = new Map<string, Rule[]>()
  for (const { name, permission } of matrix.cells.values()) {
    if (!permission) continue
    const ofThis: Rule[] = []
    for (const { name: other, kind } of permission.dependsOn) {
      ofThis.push({
        of: name,
        move: other,
        grant: kind !== 'mustBeAbsent',
        text: say(matrix, name, other, verbs[kind]),
      })
    }
    for (const other of permission.grantedTogetherWith) {
      if (ofThis.some((rule) => rule.move === other)) continue
      ofThis.push({
        of: name,
        move: other,
        grant: true,
        text: say(matrix, name, other, 'is granted by Connect together with'),
      })
    }
    if (ofThis.length > 0) rules.set(name, ofThis)
  }
  return rules
}

/** The dependencies of one permission that are not met. */
export function hintsOf(rules: readonly Rule[] | undefined, base: Held, held: Held): readonly PermissionHint[] {
  if (!rules) return []
  return rules
    .filter((rule) => held.has(rule.of) && held.has(rule.move) !== rule.grant)
    .map((rule) => ({ ...rule, fresh: !base.has(rule.of) || base.has(rule.move) === rule.grant }))
}

/** All unmet dependencies of what is granted. */
export function findHints(rules: DependencyRules, base: Held, held: Held): readonly PermissionHint[] {
  return [...held].flatMap((name) => hintsOf(rules.get(name), base, held))
}
