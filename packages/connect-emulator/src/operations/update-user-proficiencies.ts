import type { UpdateUserProficienciesRequest } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { proficiencyKey, requireHeld, requireProficiencies } from '../rules/proficiency.ts'
import { requireUser, updateUser } from '../rules/user.ts'

/** Changes levels of proficiencies that the person has (OTH-02). */
export const updateUserProficiencies = defineInstanceOperation<UpdateUserProficienciesRequest, void>(
  'UpdateUserProficiencies',
  (input, instance, { now }) => {
    const user = requireUser(instance, input.UserId)
    requireProficiencies(instance, input.UserProficiencies)
    requireHeld(user, input.UserProficiencies)
    const byKey = new Map([...user.proficiencies, ...input.UserProficiencies].map((one) => [proficiencyKey(one), one]))
    updateUser(instance, user, { proficiencies: [...byKey.values()] }, now())
  },
)
