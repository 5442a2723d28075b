import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import type { Choices } from '../../forms/choices.ts'

/** The routing profiles to choose from. */
export function useRoutingProfileChoices(instance: string): Choices {
  const { data, isError, refetch } = useQuery(api.routingProfiles.list.queryOptions({ input: { instance } }))
  return {
    items: data?.items.map(({ id, name }) => ({ value: id, label: name })),
    hasFailed: isError,
    retry: () => void refetch(),
  }
}
