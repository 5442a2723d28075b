import { useQueries, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import type { SecurityProfile, SecurityProfileRow } from '@patchbay/contract'
import { useMemo } from 'react'
import { toApiError } from '../../api/api-error.ts'
import { api } from '../../api/client.ts'
import { refetchFresh, takeFresh } from '../../api/fresh.ts'
import { useRight } from '../../api/session.ts'
import type { Choices } from '../../forms/choices.ts'
import type { Ungrantable } from './permission-selection.ts'
import { profileRows } from './profile-rows.ts'

interface ProfilesOptions {
  /** Only those that grant it. */
  readonly permission?: string | undefined
  readonly enabled?: boolean
}

export function useSecurityProfiles(instance: string, { permission, enabled = true }: ProfilesOptions = {}) {
  const input = { instance, ...(permission !== undefined && { permission }) }
  const options = api.securityProfiles.list.queryOptions({ input })
  const query = useQuery({
    ...options,
    enabled,
    queryFn: ({ signal }) => api.securityProfiles.list.call({ ...input, ...takeFresh(options.queryKey) }, { signal }),
  })
  return { ...query, refresh: () => refetchFresh(query, options.queryKey) }
}

/** The profiles that a text finds by name, description, tag or id, by name. */
export function findProfiles(rows: readonly SecurityProfileRow[], text: string) {
  return profileRows(rows, { text })
}

export function useSecurityProfile(instance: string, id: string) {
  const options = api.securityProfiles.describe.queryOptions({ input: { instance, id } })
  const query = useQuery({
    ...options,
    queryFn: ({ signal }) =>
      api.securityProfiles.describe.call({ instance, id, ...takeFresh(options.queryKey) }, { signal }),
  })
  return { ...query, refresh: () => refetchFresh(query, options.queryKey) }
}

type GrantRight = 'users.create' | 'users.security-profiles.write'

/** The security profiles that a person with the right may neither give nor take. */
export function useUngrantableProfiles(instance: string, right: GrantRight) {
  return useQuery(api.securityProfiles.listUngrantable.queryOptions({ input: { instance, right } }))
}

/** The security profiles to choose from, for whoever has the right; those that they may not hand out say why. */
export function useSecurityProfileChoices(instance: string, right: GrantRight): Choices {
  const { data, isError, refetch } = useSecurityProfiles(instance)
  // Where it cannot be read, or not yet, the save decides.
  const ungrantable = useUngrantableProfiles(instance, right)
  const reasons = new Map(ungrantable.data?.items.map(({ id, reason }) => [id, reason]))
  return {
    items: data?.items.map(({ id, name, description }) => {
      const disabledReason = reasons.get(id)
      return { value: id, label: name, description, ...(disabledReason !== undefined && { disabledReason }) }
    }),
    hasFailed: isError,
    retry: () => void refetch(),
  }
}

/** The permissions that a person with the right may not hand out all the same. Where it cannot be read, or not yet, the save decides. */
export function useUngrantablePermissions(
  instance: string,
  right: 'security-profiles.create' | 'security-profiles.write',
): Ungrantable {
  const { data } = useQuery({
    ...api.securityProfiles.listUngrantablePermissions.queryOptions({ input: { instance, right } }),
    enabled: useRight(right),
  })
  return useMemo(() => new Map(data?.items.map(({ name, reason }) => [name, reason])), [data])
}

/** Several profiles whole. One that no longer exists allows nothing and is left out. */
export function useSecurityProfileSet(instance: string, ids: readonly string[]) {
  return useQueries({
    queries: ids.map((id) =>
      api.securityProfiles.describe.queryOptions({ input: { instance, id }, staleTime: profileStaleMs }),
    ),
    combine: combineProfiles,
  })
}

// While somebody compares, the same profiles are asked for again and again: two calls to Connect each.
const profileStaleMs = 60_000

function combineProfiles(queries: UseQueryResult<SecurityProfile>[]) {
  const failed = queries.filter(({ error }) => error !== null && !isGone(error))
  return {
    profiles: queries.flatMap(({ data }) => data ?? []),
    isComplete: queries.every(({ data, error }) => data !== undefined || isGone(error)),
    isFetching: queries.some((query) => query.isFetching),
    error: failed[0]?.error ?? null,
    retry: () => {
      for (const query of failed) void query.refetch()
    },
  }
}

function isGone(error: unknown): boolean {
  return error !== null && toApiError(error).code === 'NOT_FOUND'
}

/** Puts what a write answered where the pages read it, and has the list read again. */
export function useKeepProfile(instance: string) {
  const queryClient = useQueryClient()
  return (profile: SecurityProfile) => {
    queryClient.setQueryData(api.securityProfiles.describe.queryKey({ input: { instance, id: profile.id } }), profile)
    void queryClient.invalidateQueries({ queryKey: api.securityProfiles.list.key({ input: { instance } }) })
  }
}
