import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import { useQuery } from '@tanstack/react-query'
import type { QuickConnect } from '@patchbay/contract'
import { toApiError } from '../../api/api-error.ts'
import { api } from '../../api/client.ts'
import { useInstance } from '../../api/session.ts'
import { ConnectWait } from '../../shell/connect-wait.tsx'
import { ErrorText } from '../../shell/load-states.tsx'

/** Enough to see what they are; the rest is a number. */
const MOST_NAMED = 10

/** USR-19: they stay as orphans. Read from Amazon Connect each time that somebody is about to be deleted. */
export function QuickConnectsLeft({ userId }: { readonly userId: string }) {
  const { alias } = useInstance()
  const query = useQuery(
    api.users.listQuickConnects.queryOptions({ input: { instance: alias, id: userId }, gcTime: 0, staleTime: 0 }),
  )
  const { data, error, isFetching, refetch } = query
  if (error !== null) {
    return (
      <div role="alert">
        <Box variant="strong">Whether quick connects lead to this person is not known: they could not be read.</Box>
        <ErrorText error={toApiError(error)} />
        <Box>Those that do would stay behind and reach nobody.</Box>
        <Button
          formAction="none"
          variant="inline-link"
          onClick={() => void refetch()}
          loading={isFetching}
          loadingText="Trying again"
        >
          Read them again
        </Button>
      </div>
    )
  }
  return (
    <output>
      {data === undefined ? (
        <>
          Looking for quick connects that lead to this person
          <ConnectWait />
        </>
      ) : (
        <Left items={data.items} />
      )}
    </output>
  )
}

function Left({ items }: { readonly items: readonly QuickConnect[] }) {
  if (items.length === 0) return 'No quick connect leads to this person.'
  const [are, they, counts] =
    items.length === 1
      ? ['quick connect is', 'It stays as a transfer target', 'counts']
      : ['quick connects are', 'They stay as transfer targets', 'count']
  const more = items.length - MOST_NAMED
  return (
    <>
      <Box variant="strong">
        {items.length} {are} left behind
      </Box>
      <Box>
        {they} that nobody answers, and {counts} against the instance’s quota, until deleted in Amazon Connect:
      </Box>
      <ul aria-label="Quick connects left behind">
        {items.slice(0, MOST_NAMED).map(({ id, name, description }) => (
          <li key={id}>
            <bdi>{name}</bdi>
            {description !== null && (
              <>
                : <bdi>{description}</bdi>
              </>
            )}
          </li>
        ))}
        {more > 0 && <li>and {more} more</li>}
      </ul>
    </>
  )
}
