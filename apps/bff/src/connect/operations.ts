/**
 * What Patchbay calls, and what a failure of each means. `effect` decides about trying again: a read or an update may be
 * sent twice, `once` (creating, deleting) only where Connect surely did nothing. `thing` is what a 404 says is missing.
 * `field` is the part of our request that an operation's refusal is about, where there is only one.
 */
interface OperationFacts {
  readonly effect: 'read' | 'update' | 'once'
  readonly thing: string
  readonly field?: string
  /** A 404 is about one of several things that the request names. */
  readonly namesOthers?: true
  /** Its only input is an id: a malformed one is an unknown one. */
  readonly readsOne?: true
  /** Not called with Patchbay's own credentials but as the person, by the role for that. */
  readonly asPerson?: true
}

const facts = {
  ListInstances: { effect: 'read', thing: 'instance' },
  SearchUsers: { effect: 'read', thing: 'instance' },
  ListUsers: { effect: 'read', thing: 'instance' },
  DescribeUser: { effect: 'read', thing: 'user', readsOne: true },
  CreateUser: { effect: 'once', thing: 'routing profile, security profile or hierarchy group', namesOthers: true },
  DeleteUser: { effect: 'once', thing: 'user' },
  UpdateUserIdentityInfo: { effect: 'update', thing: 'user' },
  UpdateUserPhoneConfig: { effect: 'update', thing: 'user' },
  UpdateUserConfig: { effect: 'update', thing: 'user' },
  UpdateUserRoutingProfile: { effect: 'update', thing: 'routing profile', field: 'routingProfileId' },
  UpdateUserHierarchy: { effect: 'update', thing: 'hierarchy group', field: 'hierarchyGroupId' },
  UpdateUserSecurityProfiles: { effect: 'update', thing: 'security profile', field: 'securityProfileIds' },
  GetCurrentUserData: { effect: 'read', thing: 'user' },
  SearchAgentStatuses: { effect: 'read', thing: 'instance' },
  PutUserStatus: { effect: 'update', thing: 'agent status', field: 'agentStatus' },
  // A second time there is no such contact any more.
  DismissUserContact: { effect: 'once', thing: 'contact' },
  ListUserProficiencies: { effect: 'read', thing: 'user' },
  // A second time may be refused although the first was done, so these are looked at and not sent again.
  AssociateUserProficiencies: { effect: 'once', thing: 'proficiency', field: 'proficiencies' },
  UpdateUserProficiencies: { effect: 'update', thing: 'proficiency', field: 'proficiencies' },
  DisassociateUserProficiencies: { effect: 'once', thing: 'proficiency', field: 'proficiencies' },
  ListSecurityProfiles: { effect: 'read', thing: 'instance' },
  SearchSecurityProfiles: { effect: 'read', thing: 'instance' },
  DescribeSecurityProfile: { effect: 'read', thing: 'security profile', readsOne: true },
  ListSecurityProfilePermissions: { effect: 'read', thing: 'security profile', readsOne: true },
  CreateSecurityProfile: { effect: 'once', thing: 'instance' },
  UpdateSecurityProfile: { effect: 'update', thing: 'security profile' },
  TagResource: { effect: 'update', thing: 'resource', field: 'tags' },
  UntagResource: { effect: 'update', thing: 'resource', field: 'tags' },
  DescribeUserHierarchyStructure: { effect: 'read', thing: 'instance' },
  SearchUserHierarchyGroups: { effect: 'read', thing: 'instance' },
  ListRoutingProfiles: { effect: 'read', thing: 'instance' },
  SearchQuickConnects: { effect: 'read', thing: 'instance' },
  SearchPredefinedAttributes: { effect: 'read', thing: 'instance' },
  SearchWorkspaces: { effect: 'read', thing: 'instance' },
  SearchWorkspaceAssociations: { effect: 'read', thing: 'instance' },
  // A second time it is assigned already, or no more.
  AssociateWorkspace: { effect: 'once', thing: 'workspace', field: 'workspaceIds' },
  DisassociateWorkspace: { effect: 'once', thing: 'workspace', field: 'workspaceIds' },
  ListUserNotifications: { effect: 'read', thing: 'user' },
  UpdateUserNotificationStatus: { effect: 'update', thing: 'notification', field: 'status' },
  // What a second try gives is a second token: nothing is changed.
  GetFederationToken: { effect: 'read', thing: 'user', asPerson: true },
} as const satisfies Record<string, OperationFacts>

export type OperationName = keyof typeof facts

export const operationNames = Object.keys(facts) as readonly OperationName[]

export const operations: Readonly<Record<OperationName, OperationFacts>> = facts
