import { operationNames, operations, type OperationName } from './operations.ts'

/**
 * What AWS's Service Authorization Reference lists as dependent actions: the caller needs them beside the operation's own,
 * although Patchbay never calls them itself. Everywhere else the action has the operation's name.
 */
const dependentActions: Partial<Record<OperationName, readonly string[]>> = {
  ListInstances: ['ds:DescribeDirectories'],
  SearchUsers: ['connect:DescribeUser'],
  SearchSecurityProfiles: ['connect:DescribeSecurityProfile'],
  SearchUserHierarchyGroups: ['connect:DescribeUserHierarchyGroup'],
  SearchAgentStatuses: ['connect:DescribeAgentStatus'],
  SearchQuickConnects: ['connect:DescribeQuickConnect'],
  SearchPredefinedAttributes: ['connect:DescribePredefinedAttribute'],
}

/** These two have no resource to be limited to. */
const withoutResource: ReadonlySet<string> = new Set(['connect:ListInstances', 'ds:DescribeDirectories'])

export interface IamPolicyOptions {
  readonly region: string
  readonly account: string
  /** Ids of the instances, as their ARNs have them. */
  readonly instances: readonly string[]
  /** Leaves out every operation that writes. */
  readonly isReadOnly: boolean
  /** The role that signs people in to Amazon Connect; absent where nobody is. */
  readonly federationRole?: string | undefined
}

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn'
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws'
}

/** The smallest policy with which Patchbay can do everything it knows, or read everything it knows, and nothing else. */
export function createIamPolicy({ region, account, instances, isReadOnly, federationRole }: IamPolicyOptions): object {
  const own = operationNames.filter((name) => !operations[name].asPerson)
  const names = own.filter((name) => !isReadOnly || operations[name].effect === 'read')
  const actions = names.flatMap((name) => [`connect:${name}`, ...(dependentActions[name] ?? [])])
  const unique = [...new Set(actions)].toSorted()
  const arns = instances.map((id) => `arn:${partitionOf(region)}:connect:${region}:${account}:instance/${id}`)
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'FindInstances',
        Effect: 'Allow',
        Action: unique.filter((action) => withoutResource.has(action)),
        Resource: '*',
      },
      {
        Sid: isReadOnly ? 'Read' : 'ReadAndChange',
        Effect: 'Allow',
        Action: unique.filter((action) => !withoutResource.has(action)),
        Resource: arns.flatMap((arn) => [arn, `${arn}/*`]),
      },
      ...(federationRole === undefined
        ? []
        : [{ Sid: 'SignPeopleIn', Effect: 'Allow', Action: ['sts:AssumeRole'], Resource: federationRole }]),
    ],
  }
}
