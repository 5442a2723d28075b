import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useInstance, useRight } from '../../api/session.ts'
import { useHierarchy } from '../hierarchy/hierarchy.queries.ts'
import { useSecurityProfiles } from '../security-profiles/security-profiles.queries.ts'
import { findPeople } from '../users/users.queries.ts'
import { groupHits, peopleHits, permissionHits, profileHits, SHOWN, type HitGroup } from './hits.ts'

interface Finding extends HitGroup {
  /** Why it could not be searched. */
  readonly error: unknown
  readonly retry: () => void
  /** What it shows is of what was typed before, or nothing yet. */
  readonly isSearching: boolean
}

/** What a text finds of all that one may see. The server leaves out what is beyond one's rights and scope. */
export function useHits(typed: string): readonly Finding[] {
  const { alias } = useInstance()
  const mayPeople = useRight('users.read')
  const mayProfiles = useRight('security-profiles.read')
  const mayGroups = useRight('hierarchy.read')
  const isAsked = typed.trim() !== ''
  const people = useQuery({ ...findPeople(alias, typed, SHOWN), enabled: mayPeople && isAsked })
  const profiles = useSecurityProfiles(alias, { enabled: mayProfiles })
  const groups = useHierarchy(alias, { enabled: mayGroups })
  if (!isAsked) return []
  return [
    ...(mayPeople ? [finding(peopleHits(alias, typed, people.data), people)] : []),
    ...(mayProfiles ? [finding(profileHits(alias, typed, profiles.data?.items), profiles)] : []),
    ...(mayGroups ? [finding(groupHits(alias, typed, groups.data), groups)] : []),
    ...(mayProfiles ? [finding(permissionHits(alias, typed), atHand)] : []),
  ]
}

type Query = Pick<UseQueryResult, 'data' | 'error' | 'isPlaceholderData' | 'isFetching' | 'refetch'>

const atHand = { data: true, error: null, isPlaceholderData: false, isFetching: false, refetch: () => {} }

function finding(group: HitGroup, query: Omit<Query, 'refetch'> & { readonly refetch: () => unknown }): Finding {
  const isKnown = query.data !== undefined && !query.isPlaceholderData
  return {
    ...group,
    error: isKnown ? null : query.error,
    retry: () => void query.refetch(),
    isSearching: !isKnown && (query.isFetching || query.error === null),
  }
}
