import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { SaveQuestion } from '../../forms/confirm-save.tsx'
import type { PermissionDiff } from './permission-diff.ts'
import type { PermissionMatrix } from './permission-matrix.ts'
import { PermissionNames } from './permission-names.tsx'
import { sayPeople } from './people-holding.ts'

export type PeopleTouched = number | 'new' | undefined

/** What is asked before the change is sent; nothing where nobody holds the profile. */
export function askBeforeSave(
  { added, removed }: PermissionDiff,
  people: PeopleTouched,
  matrix: PermissionMatrix,
): SaveQuestion | undefined {
  const isHarmless = people === 'new' || people === 0 || added.length + removed.length === 0
  // Taking a permission from one person is a single change that can be undone.
  if (isHarmless || (added.length === 0 && people === 1)) return undefined
  const whom = people === undefined ? 'everyone who holds this profile' : sayPeople(people)
  const verb = added.length > 0 ? 'Grant' : 'Take away'
  const count = added.length > 0 ? added.length : removed.length
  const what = `${verb} ${count === 1 ? '1 permission' : `${count} permissions`}`
  return {
    title: `${what} ${added.length > 0 ? 'to' : 'from'} ${whom}?`,
    action: what,
    text: (
      <SpaceBetween size="s">
        <Box>
          {people === undefined
            ? 'How many people hold this profile could not be read. The change takes effect for all of them.'
            : `${sayPeople(people)} ${people === 1 ? 'holds' : 'hold'} this profile. The change takes effect for all of them.`}
        </Box>
        {added.length > 0 && <PermissionNames title="Adds" names={added} matrix={matrix} showRisks />}
        {removed.length > 0 && <PermissionNames title="Takes away" names={removed} matrix={matrix} />}
      </SpaceBetween>
    ),
  }
}

/** For the summary beside the matrix. */
export function sayTouches(people: PeopleTouched): string | undefined {
  if (people === 'new') return undefined
  if (people === undefined) return 'How many people hold this profile could not be read.'
  if (people === 0) return 'Nobody holds this profile.'
  return `${sayPeople(people)} ${people === 1 ? 'holds' : 'hold'} this profile and ${people === 1 ? 'is' : 'are'} touched.`
}
