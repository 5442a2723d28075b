import { dismissibleStates } from '@patchbay/contract'
import { dismissUserContact } from '../../connect/users/live-status.ts'
import { Fault } from '../../http/fault.ts'
import type { Caller } from '../caller.ts'
import { runWrites } from '../writes/run-writes.ts'
import type { WriteBase } from '../writes/write.ts'
import { requireVisibleUser } from './require-visible-user.ts'
import { statusSubject } from './status-subject.ts'

type Input = WriteBase & { readonly contactId: string }

/** One that is gone already is as it was asked for: the person may have cleared it, or somebody else. */
export async function dismissContact(caller: Caller, input: Input) {
  const { instance } = caller
  await requireVisibleUser(caller, input.id)
  return await runWrites(caller, statusSubject, input, {
    action: 'users.dismissContact',
    plan: ({ status }) => {
      const contact = status?.contacts.find(({ id }) => id === input.contactId)
      if (contact === undefined) return []
      if (contact.state === null || !dismissibleStates.has(contact.state)) {
        const message =
          'This contact is not over: Amazon Connect dismisses only what was missed or rejected, failed or has ended.'
        throw new Fault('connect.refused', { fields: [{ field: 'contactId', message }] }, { message })
      }
      return [
        {
          operation: 'DismissUserContact',
          done: 'The contact was dismissed.',
          fields: [{ field: 'contacts', key: contact.id, before: contact.state, after: null }],
          send: (options) => dismissUserContact(instance, input.id, contact.id, options),
        },
      ]
    },
  })
}
