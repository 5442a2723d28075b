import type { SearchUsersRequest, SearchUsersResponse, UserSearchSummary } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { arnOf } from '../rules/arn.ts'
import { compileUserCriteria, compileUserFilter } from '../search/search-users.ts'
import { searchPage } from '../search/search-page.ts'
import { afterContactWorkInMilliseconds, phoneConfigOf } from '../state/channel-settings.ts'
import type { UserRecord } from '../state/records.ts'
import type { Instance } from '../state/instance.ts'

export const searchUsers = defineInstanceOperation<SearchUsersRequest, SearchUsersResponse>(
  'SearchUsers',
  (input, instance, context) => {
    const meetsCriteria = compileUserCriteria(input.SearchCriteria, instance)
    const passesFilter = compileUserFilter(input.SearchFilter, instance)
    const found = searchPage(
      'SearchUsers',
      instance.users,
      (user) => meetsCriteria(user) && passesFilter(user),
      input,
      context,
    )
    return {
      Users: found.items.map((user) => summaryOf(instance, user)),
      NextToken: found.nextToken,
      ApproximateTotalCount: found.total,
    }
  },
)

/** Names but no addresses and no time of change (USR-23); after-contact work in milliseconds, here only (PHONE-01, PHONE-02). */
function summaryOf(instance: Instance, user: UserRecord): UserSearchSummary {
  const { channels, identity } = user
  return {
    Arn: arnOf(instance, 'agent', user.id),
    DirectoryUserId: user.directoryUserId,
    HierarchyGroupId: user.hierarchyGroupId,
    Id: user.id,
    IdentityInfo: { FirstName: identity.FirstName, LastName: identity.LastName },
    PhoneConfig: phoneConfigOf(channels, 1000),
    RoutingProfileId: user.routingProfileId,
    SecurityProfileIds: [...user.securityProfileIds],
    Tags: { ...user.tags },
    Username: user.username,
    AutoAcceptConfigs: [...channels.autoAccept],
    AfterContactWorkConfigs: afterContactWorkInMilliseconds(channels.afterContactWork),
    PhoneNumberConfigs: [...channels.phoneNumbers],
    PersistentConnectionConfigs: [...channels.persistentConnection],
    VoiceEnhancementConfigs: [...channels.voiceEnhancement],
  }
}
