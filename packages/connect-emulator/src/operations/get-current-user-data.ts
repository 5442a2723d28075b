import type { GetCurrentUserDataRequest, GetCurrentUserDataResponse, UserDataFilters } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { pageOfRows } from '../page.ts'
import { requireHierarchyGroup, withDescendants } from '../rules/hierarchy.ts'
import { queueIds } from '../rules/routing-profile.ts'
import { userDataAnswer } from '../rules/user-data.ts'
import type { Predicate } from '../search/criteria.ts'
import type { UserRecord, UserStateRecord } from '../state/records.ts'
import type { Instance } from '../state/instance.ts'
import { invalidParameter } from '../wire/aws-error.ts'

/** People who are signed in, chosen by at most one of queues, routing profiles, agents and hierarchy groups (OTH-03). */
export const getCurrentUserData = defineInstanceOperation<GetCurrentUserDataRequest, GetCurrentUserDataResponse>(
  'GetCurrentUserData',
  (input, instance, { now }) => {
    const chosen = compileFilters(input.Filters, instance)
    const states = input.Filters.ContactFilter?.ContactStates
    const rows = instance.userStates.filter((state) => {
      const user = instance.users.get(state.id)
      return user !== undefined && chosen(user) && hasContactIn(state, states)
    })
    const { items, nextToken } = pageOfRows('GetCurrentUserData', rows, input, now())
    return {
      UserDataList: items.map((state) => userDataAnswer(instance, state)),
      NextToken: nextToken,
      ApproximateTotalCount: rows.length,
    }
  },
)

/** The filters take ids as well as ARNs. */
function idsOf(values: readonly string[]): Set<string> {
  return new Set(values.map((value) => value.slice(value.lastIndexOf('/') + 1)))
}

function compileFilters(filters: UserDataFilters, instance: Instance): Predicate<UserRecord> {
  const { Queues, RoutingProfiles, Agents, UserHierarchyGroups } = filters
  const present = [Queues, RoutingProfiles, Agents, UserHierarchyGroups].filter((filter) => filter !== undefined)
  if (present.length > 1)
    throw invalidParameter('Filters take one of Queues, RoutingProfiles, Agents and UserHierarchyGroups')
  if (Agents) return compileIds(Agents, (user) => user.id)
  if (RoutingProfiles) return compileIds(RoutingProfiles, (user) => user.routingProfileId)
  if (Queues) {
    const wanted = idsOf(Queues)
    const serving = instance.routingProfiles.filter((profile) =>
      queueIds(profile.queueConfigs).some((id) => wanted.has(id)),
    )
    return compileIds(
      serving.map((profile) => profile.id),
      (user) => user.routingProfileId,
    )
  }
  if (!UserHierarchyGroups) return () => true
  const [group = ''] = idsOf(UserHierarchyGroups)
  const wanted = withDescendants(instance, requireHierarchyGroup(instance, group).id)
  return (user) => user.hierarchyGroupId !== undefined && wanted.has(user.hierarchyGroupId)
}

function compileIds(values: readonly string[], idOf: (user: UserRecord) => string): Predicate<UserRecord> {
  const wanted = idsOf(values)
  return (user) => wanted.has(idOf(user))
}

function hasContactIn(state: UserStateRecord, wanted: readonly string[] | undefined): boolean {
  return wanted === undefined || state.contacts.some((contact) => wanted.includes(contact.state))
}
