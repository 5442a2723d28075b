import type { AssociateUserProficienciesRequest } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { proficiencyKey, requireProficiencies } from '../rules/proficiency.ts'
import { requireUser, updateUser } from '../rules/user.ts'
import { invalidRequest } from '../wire/aws-error.ts'

const MAX_PROFICIENCIES = 10

/** Adds proficiencies, at most 10 a person (OTH-02); one that is there gets the new level. */
export const associateUserProficiencies = defineInstanceOperation<AssociateUserProficienciesRequest, void>(
  'AssociateUserProficiencies',
  (input, instance, { now }) => {
    const user = requireUser(instance, input.UserId)
    requireProficiencies(instance, input.UserProficiencies)
    const byKey = new Map([...user.proficiencies, ...input.UserProficiencies].map((one) => [proficiencyKey(one), one]))
    if (byKey.size > MAX_PROFICIENCIES)
      throw invalidRequest(`A user can have at most ${MAX_PROFICIENCIES} proficiencies`)
    updateUser(instance, user, { proficiencies: [...byKey.values()] }, now())
  },
)
