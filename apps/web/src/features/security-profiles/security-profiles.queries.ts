import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { SecurityProfile } from '@patchbay/contract'
import { api } from '../../api/client.ts'

export function useSecurityProfiles(instance: string) {
  return useQuery(api.securityProfiles.list.queryOptions({ input: { instance } }))
}

export function useSecurityProfile(instance: string, id: string) {
  return useQuery(api.securityProfiles.describe.queryOptions({ input: { instance, id } }))
}

/** Puts what a write answered where the pages read it, and has the list read again. */
export function useKeepProfile(instance: string) {
  const queryClient = useQueryClient()
  return (profile: SecurityProfile) => {
    queryClient.setQueryData(api.securityProfiles.describe.queryKey({ input: { instance, id: profile.id } }), profile)
    void queryClient.invalidateQueries({ queryKey: api.securityProfiles.list.key({ input: { instance } }) })
  }
}
