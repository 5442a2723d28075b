import type { InstanceSummary } from '@aws-sdk/client-connect'
import type { InstanceRecord } from '../state/records.ts'
import { instanceAttribute } from './instance-attribute.ts'
import { ACCOUNT_ID } from './arn.ts'

/** What ListInstances and DescribeInstance both tell of an instance. */
export function instanceSummary(instance: InstanceRecord): InstanceSummary {
  return {
    Id: instance.id,
    Arn: instance.arn,
    IdentityManagementType: instance.identityManagementType,
    InstanceAlias: instance.alias,
    CreatedTime: new Date(instance.createdTime),
    ServiceRole: `arn:aws:iam::${ACCOUNT_ID}:role/aws-service-role/connect.amazonaws.com/AWSServiceRoleForAmazonConnect`,
    InstanceStatus: 'ACTIVE',
    InboundCallsEnabled: instanceAttribute(instance, 'INBOUND_CALLS') === 'true',
    OutboundCallsEnabled: instanceAttribute(instance, 'OUTBOUND_CALLS') === 'true',
    InstanceAccessUrl: instance.accessUrl ?? `https://${instance.alias}.my.connect.aws`,
  }
}
