import Header from '@cloudscape-design/components/header'
import { useState } from 'react'

export interface ShownCount {
  readonly total: number | undefined
  readonly isFiltered: boolean
}

interface List {
  readonly data: { readonly total: number } | undefined
  readonly isPlaceholderData: boolean
}

/** How many the rows on screen are of. While others are read, the number of before must not stand as what the new filter found. */
export function useShownCount(list: List, isFiltered: boolean): ShownCount {
  const now = { total: list.data?.total, isFiltered }
  const [settled, setSettled] = useState<ShownCount>(now)
  if (list.isPlaceholderData) return settled
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
  readonly shown: ShownCount
  readonly hasFailed: boolean
  readonly isComplete: boolean
}

export function UserListHeader({ shown, hasFailed, isComplete }: UserListHeaderProps) {
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
}
