import { putUserStatus } from '../../connect/users/agent-statuses.ts'
import { Fault } from '../../http/fault.ts'
import type { Caller } from '../caller.ts'
import { runWrites } from '../writes/run-writes.ts'
import type { WriteBase } from '../writes/write.ts'
import { requireVisibleUser } from './require-visible-user.ts'
import { standing, statusSubject } from './status-subject.ts'

type Input = WriteBase & { readonly agentStatus: string }

export async function updateStatus(caller: Caller, input: Input) {
  const { instance, signal } = caller
  await requireVisibleUser(caller, input.id)
  const { value: statuses } = await instance.readings.agentStatuses.get({ signal })
  return await runWrites(caller, statusSubject, input, {
    action: 'users.updateStatus',
    plan: ({ status }) => {
      const before = standing(status)
      if (before === input.agentStatus) return []
      // Connect would have contacts come to somebody who is not there.
      if (status === null)
        throw refused('This person is not signed in to Amazon Connect, so there is no status to set.')
      const wanted = statuses.find(({ name }) => name === input.agentStatus)
      if (wanted === undefined) throw refused('There is no such status in Amazon Connect. Choose another.')
      return [
        {
          operation: 'PutUserStatus',
          done: 'The status was set.',
          fields: [{ field: 'agentStatus', key: null, before, after: wanted.name }],
          send: (options) => putUserStatus(instance, input.id, wanted.id, options),
        },
      ]
    },
  })
}

function refused(message: string): Fault {
  return new Fault('connect.refused', { fields: [{ field: 'agentStatus', message }] }, { message })
}
