import type { PutUserStatusRequest } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { requireAgentStatus } from '../rules/agent-status.ts'
import { requireUser } from '../rules/user.ts'
import { invalidRequest } from '../wire/aws-error.ts'

/** Sets the status of a person who is signed in; on a contact, the one that comes after it (OTH-03). */
export const putUserStatus = defineInstanceOperation<PutUserStatusRequest, void>(
  'PutUserStatus',
  (input, instance, { world, now }) => {
    const user = requireUser(instance, input.UserId)
    const status = requireAgentStatus(instance, input.AgentStatusId)
    if (status.state === 'DISABLED') throw invalidRequest(`Agent status ${status.name} is disabled`)
    const state = instance.userStates.get(user.id)
    if (state && state.contacts.length > 0) return instance.userStates.put({ ...state, nextStatusId: status.id })
    const seq = state?.seq ?? world.nextSeq()
    instance.userStates.put({ id: user.id, seq, statusId: status.id, startedAt: now(), contacts: [] })
  },
)
