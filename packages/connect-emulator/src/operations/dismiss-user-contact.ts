import type { DismissUserContactRequest } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { requireUser } from '../rules/user.ts'
import type { UserStateRecord } from '../state/records.ts'
import { invalidRequest, notFound } from '../wire/aws-error.ts'

/** https://docs.aws.amazon.com/connect/latest/APIReference/API_DismissUserContact.html */
const DISMISSIBLE = new Set(['MISSED', 'ERROR', 'ENDED', 'REJECTED'])

/** Clears a contact that is over; the person then goes on to the next status, if one is waiting. */
export const dismissUserContact = defineInstanceOperation<DismissUserContactRequest, void>(
  'DismissUserContact',
  (input, instance, { now }) => {
    const user = requireUser(instance, input.UserId)
    const state = instance.userStates.get(user.id)
    const contact = state?.contacts.find(({ id }) => id === input.ContactId)
    if (!state || !contact) throw notFound(`The user has no contact ${input.ContactId}`)
    if (!DISMISSIBLE.has(contact.state)) throw invalidRequest(`A contact in state ${contact.state} cannot be dismissed`)
    const contacts = state.contacts.filter((other) => other !== contact)
    instance.userStates.put(contacts.length > 0 ? { ...state, contacts } : freed(state, now()))
  },
)

function freed({ nextStatusId, ...state }: UserStateRecord, now: number): UserStateRecord {
  return nextStatusId === undefined
    ? { ...state, contacts: [] }
    : { ...state, contacts: [], statusId: nextStatusId, startedAt: now }
}
