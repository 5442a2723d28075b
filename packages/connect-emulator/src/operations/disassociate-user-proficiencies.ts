import type { DisassociateUserProficienciesRequest } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { proficiencyKey, requireHeld } from '../rules/proficiency.ts'
import { requireUser, updateUser } from '../rules/user.ts'

export const disassociateUserProficiencies = defineInstanceOperation<DisassociateUserProficienciesRequest, void>(
  'DisassociateUserProficiencies',
  (input, instance, { now }) => {
    const user = requireUser(instance, input.UserId)
    requireHeld(user, input.UserProficiencies)
    const gone = new Set(input.UserProficiencies.map(proficiencyKey))
    const proficiencies = user.proficiencies.filter((one) => !gone.has(proficiencyKey(one)))
    updateUser(instance, user, { proficiencies }, now())
  },
)
