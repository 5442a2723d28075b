import type { DescribeInstanceRequest, DescribeInstanceResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { instanceSummary } from '../rules/instance.ts'

export const describeInstance = defineInstanceOperation<DescribeInstanceRequest, DescribeInstanceResponse>(
  'DescribeInstance',
  (_input, instance) => ({ Instance: { ...instanceSummary(instance.record), Tags: { ...instance.record.tags } } }),
)
