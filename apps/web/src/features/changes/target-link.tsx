import Link from '@cloudscape-design/components/link'
import type { Change, TargetKind } from '@patchbay/contract'
import { paths } from '../../shell/paths.ts'
import type { useFollow } from '../../shell/use-follow.ts'

export type OnFollow = ReturnType<typeof useFollow>

interface TargetLinkProps {
  readonly change: Pick<Change, 'target' | 'instance' | 'action'>
  readonly instance: string
  readonly onFollow: OnFollow
}

/** To whom or what it was done. What is deleted, or was never created, has no page. */
export function TargetLink({ change: { target, action, ...change }, instance, onFollow }: TargetLinkProps) {
  if (target === null) return '–'
  const name = <bdi>{target.name}</bdi>
  if (target.id === null || action.endsWith('.delete')) return name
  return (
    <Link href={pathOf(target.kind, change.instance ?? instance, target.id)} onFollow={onFollow}>
      {name}
    </Link>
  )
}

function pathOf(kind: TargetKind, instance: string, id: string): string {
  if (kind === 'presets') return paths.presets(instance)
  return kind === 'user' ? paths.person(instance, id) : paths.securityProfile(instance, id)
}
