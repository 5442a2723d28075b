import Header from '@cloudscape-design/components/header'
import { memo, useState } from 'react'

export interface ShownCount {
  readonly total: number | undefined
  readonly isFiltered: boolean
}

/** How many the rows on screen are of. While others are read, the number of before must not stand as what the new filter found. */
export function useShownCount(now: ShownCount, isPlaceholderData: boolean): ShownCount {
  const [settled, setSettled] = useState<ShownCount>(now)
  if (isPlaceholderData) return settled
  if (settled.total !== now.total || settled.isFiltered !== now.isFiltered) setSettled(now)
  return now
}

export function countText({ total, isFiltered }: ShownCount): string {
  if (total === undefined) return 'Loading people'
  const count = total.toLocaleString('en')
  if (isFiltered) return total === 1 ? '1 match' : `${count} matches`
  return total === 1 ? '1 person' : `${count} people`
}

interface UserListHeaderProps {
  readonly total: number | undefined
  readonly isFiltered: boolean
  /** The rows are those of before, until what is asked for now is there. */
  readonly isPlaceholderData: boolean
  readonly hasFailed: boolean
  readonly isComplete: boolean
}

export const UserListHeader = memo(function UserListHeader(props: UserListHeaderProps) {
  const { total, isFiltered, isPlaceholderData, hasFailed, isComplete } = props
  const shown = useShownCount({ total, isFiltered }, isPlaceholderData)
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
