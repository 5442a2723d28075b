import type { UpdateUserPhoneConfigRequest } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { requirePhoneConfig } from '../rules/phone.ts'
import { requireUser, updateUser } from '../rules/user.ts'
import { settingsOfPhoneConfig } from '../state/channel-settings.ts'

/** The older call: one auto-accept and one after-contact work limit for all channels (PHONE-10). Voice enhancement has no place in it and stays. */
export const updateUserPhoneConfig = defineInstanceOperation<UpdateUserPhoneConfigRequest, void>(
  'UpdateUserPhoneConfig',
  (input, instance, { now }) => {
    const user = requireUser(instance, input.UserId)
    requirePhoneConfig(input.PhoneConfig)
    const { voiceEnhancement } = user.channels
    updateUser(instance, user, { channels: { ...settingsOfPhoneConfig(input.PhoneConfig), voiceEnhancement } }, now())
  },
)
