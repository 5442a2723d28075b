import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Link from '@cloudscape-design/components/link'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { SecurityProfileRow } from '@patchbay/contract'
import { Suspense } from 'react'
import { lazyPart } from '../../shell/lazy-part.tsx'
import { useFollow } from '../../shell/use-follow.ts'
import { peopleHolding } from './people-holding.ts'

// It comes with the whole catalogue.
const PermissionName = lazyPart(
  async () => (await import('../../shell/permission-name.tsx')).PermissionName,
  ({ name }) => name,
)

/** That the people list takes at a time. */
const MOST_FILTERS = 20

interface GrantingNoteProps {
  readonly instance: string
  readonly permission: string
  readonly rows: readonly SecurityProfileRow[]
  readonly onShowAll: () => void
}

/** That the list is of those profiles only which grant a permission, with the way to the people who hold it through them. */
export function GrantingNote({ instance, permission, rows, onShowAll }: GrantingNoteProps) {
  const follow = useFollow()
  const isLinked = rows.length > 0 && rows.length <= MOST_FILTERS
  return (
    <SpaceBetween direction="horizontal" size="s">
      <Box>
        Only those that grant{' '}
        <Suspense fallback={permission}>
          <PermissionName name={permission} />
        </Suspense>
      </Box>
      {isLinked && (
        <Link href={peopleHolding(instance, ...rows.map(({ id }) => id))} onFollow={follow}>
          People who hold it
        </Link>
      )}
      <Button variant="inline-link" onClick={onShowAll}>
        Show all security profiles
      </Button>
    </SpaceBetween>
  )
}
