import type { DescribeSecurityProfileRequest, DescribeSecurityProfileResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { requireSecurityProfile, securityProfileAnswer } from '../rules/security-profile.ts'

export const describeSecurityProfile = defineInstanceOperation<
  DescribeSecurityProfileRequest,
  DescribeSecurityProfileResponse
>('DescribeSecurityProfile', (input, instance) => ({
  SecurityProfile: securityProfileAnswer(instance, requireSecurityProfile(instance, input.SecurityProfileId)),
}))
