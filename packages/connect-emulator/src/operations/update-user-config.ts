import type { UpdateUserConfigRequest } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { mergeChannelConfigs, requireChannelConfigs } from '../rules/phone.ts'
import { requireUser, updateUser } from '../rules/user.ts'

/** The newer, per-channel call (PHONE-10): absent lists stay, present ones are merged by channel (PHONE-12). */
export const updateUserConfig = defineInstanceOperation<UpdateUserConfigRequest, void>(
  'UpdateUserConfig',
  (input, instance, { now }) => {
    const user = requireUser(instance, input.UserId)
    requireChannelConfigs(input)
    updateUser(instance, user, { channels: mergeChannelConfigs(user.channels, input) }, now())
  },
)
