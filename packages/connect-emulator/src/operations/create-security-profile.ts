import type { CreateSecurityProfileRequest, CreateSecurityProfileResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { arnOf } from '../rules/arn.ts'
import { requireRoom } from '../rules/quota.ts'
import { requireSecurityProfileContent, securityProfileContent } from '../rules/security-profile.ts'
import { duplicate } from '../wire/aws-error.ts'

export const createSecurityProfile = defineInstanceOperation<
  CreateSecurityProfileRequest,
  CreateSecurityProfileResponse
>('CreateSecurityProfile', (input, instance, context) => {
  const name = input.SecurityProfileName
  requireSecurityProfileContent(instance, input)
  if (instance.securityProfiles.find((profile) => profile.name === name)) {
    throw duplicate(`A security profile named ${name} already exists`)
  }
  requireRoom(instance, 'securityProfiles')
  const id = context.newId()
  instance.securityProfiles.put({
    ...securityProfileContent(input),
    id,
    seq: context.world.nextSeq(),
    name,
    tags: input.Tags ?? {},
    lastModifiedTime: context.now(),
    lastModifiedRegion: instance.record.region,
  })
  return { SecurityProfileId: id, SecurityProfileArn: arnOf(instance, 'security-profile', id) }
})
