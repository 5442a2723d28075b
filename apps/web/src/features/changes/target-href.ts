import type { Change, TargetKind } from '@patchbay/contract'
import { paths } from '../../shell/paths.ts'

/** The page of whom or what it was done to. What is deleted, or was never created, has none. */
export function targetHref(
  { target, action, ...change }: Pick<Change, 'target' | 'instance' | 'action'>,
  instance: string,
): string | undefined {
  if (target === null || target.id === null || action.endsWith('.delete')) return undefined
  return pathOf(target.kind, change.instance ?? instance, target.id)
}

function pathOf(kind: TargetKind, instance: string, id: string): string {
  if (kind === 'presets') return paths.presets(instance)
  return kind === 'user' ? paths.person(instance, id) : paths.securityProfile(instance, id)
}
