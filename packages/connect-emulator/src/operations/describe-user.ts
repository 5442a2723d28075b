import type { DescribeUserRequest, DescribeUserResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { requireUser, userAnswer } from '../rules/user.ts'

export const describeUser = defineInstanceOperation<DescribeUserRequest, DescribeUserResponse>(
  'DescribeUser',
  (input, instance) => ({
    User: userAnswer(instance, requireUser(instance, input.UserId)),
  }),
)
