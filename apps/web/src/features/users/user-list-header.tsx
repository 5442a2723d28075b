import Header from '@cloudscape-design/components/header'
import { memo, useState } from 'react'
import type { UserCount } from './use-user-count.ts'

export interface ShownCount extends UserCount {
  readonly isFiltered: boolean
}

/** How many the rows on screen are of. While others are read, the number of before must not stand as what the new filter found. */
export function useShownCount(now: ShownCount, isPlaceholderData: boolean): ShownCount {
  const [settled, setSettled] = useState<ShownCount>(now)
  if (isPlaceholderData) return settled
  if (countText(settled) !== countText(now)) setSettled(now)
  return now
}

export function countText({ total, isExact, isFiltered }: ShownCount): string {
  if (total === undefined) return 'Loading people'
  if (!isExact) return `More than ${(total - 1).toLocaleString('en')} matches`
  const count = total.toLocaleString('en')
  if (isFiltered) return total === 1 ? '1 match' : `${count} matches`
  return total === 1 ? '1 person' : `${count} people`
}

interface UserListHeaderProps extends ShownCount {
  /** The rows are those of before, until what is asked for now is there. */
  readonly isPlaceholderData: boolean
  readonly hasFailed: boolean
  readonly isComplete: boolean
}

export const UserListHeader = memo(function UserListHeader(props: UserListHeaderProps) {
  const { total, isExact, isFiltered, isPlaceholderData, hasFailed, isComplete } = props
  const shown = useShownCount({ total, isExact, isFiltered }, isPlaceholderData)
  return (
    <Header
      variant="h2"
      {...(!isComplete && {
        description: <output>Amazon Connect did not give everybody yet. Refresh in a moment.</output>,
      })}
    >
      {shown.total === undefined && hasFailed ? 'People' : countText(shown)}
    </Header>
  )
})
