import Link from '@cloudscape-design/components/link'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useQuery } from '@tanstack/react-query'
import { userQuery, usernameFor } from '@patchbay/contract'
import { useEffect, useState } from 'react'
import { useInstance } from '../../api/session.ts'
import { paths } from '../../shell/paths.ts'
import { useFollow } from '../../shell/use-follow.ts'
import { api } from '../../api/client.ts'
import { fullName } from './user-words.ts'

const pauseMs = 300

/** Whether somebody has this user name, looked up in a pause of typing. Connect itself decides when the person is created. */
export function UsernameCheck({ typed }: { readonly typed: string }) {
  const { alias, identityManagementType } = useInstance()
  const follow = useFollow()
  const username = useSettled(typed)
  const isValid = usernameFor(identityManagementType).safeParse(username).success
  const found = useQuery({
    ...api.users.search.queryOptions({
      input: {
        ...userQuery.parse({ pageSize: 25, filter: [{ property: 'username', operator: '=', value: username }] }),
        instance: alias,
      },
    }),
    enabled: isValid,
  })
  if (typed === '') return 'What the person signs in with. It cannot be changed later.'
  if (typed !== username || !isValid) return undefined
  if (found.isError) return 'Whether it is free could not be read. Amazon Connect says so when you create the person.'
  if (found.data === undefined) return <StatusIndicator type="loading">Looking whether it is free</StatusIndicator>

  const same = found.data.items.find((row) => row.username === username)
  // USR-03: whether Connect tells names apart by their capitals alone is not known.
  const alike = same ?? found.data.items[0]
  if (alike === undefined) return <StatusIndicator>Free</StatusIndicator>
  return (
    <StatusIndicator type={same === undefined ? 'warning' : 'error'}>
      {same === undefined ? `“${alike.username}” differs only in capitals: ` : 'Taken by '}
      <Link href={paths.person(alias, alike.id)} onFollow={follow} fontSize="inherit">
        <bdi>{fullName(alike)}</bdi>
      </Link>
    </StatusIndicator>
  )
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
