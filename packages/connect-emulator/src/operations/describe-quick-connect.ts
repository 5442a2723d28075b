import type { DescribeQuickConnectRequest, DescribeQuickConnectResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { quickConnectAnswer, requireQuickConnect } from '../rules/quick-connect.ts'

export const describeQuickConnect = defineInstanceOperation<DescribeQuickConnectRequest, DescribeQuickConnectResponse>(
  'DescribeQuickConnect',
  (input, instance) => ({
    QuickConnect: quickConnectAnswer(instance, requireQuickConnect(instance, input.QuickConnectId)),
  }),
)
