import type { DescribeInstanceAttributeRequest, DescribeInstanceAttributeResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { instanceAttribute } from '../rules/instance-attribute.ts'

export const describeInstanceAttribute = defineInstanceOperation<
  DescribeInstanceAttributeRequest,
  DescribeInstanceAttributeResponse
>('DescribeInstanceAttribute', ({ AttributeType }, instance) => ({
  Attribute: { AttributeType, Value: instanceAttribute(instance.record, AttributeType) },
}))
