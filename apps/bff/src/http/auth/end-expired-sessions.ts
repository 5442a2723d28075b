import type { Logger } from 'pino'
import type { AuditTrail } from '../../store/audit/audit-trail.ts'
import type { Sessions } from '../../store/sessions.ts'

export interface ExpiryOptions {
  readonly sessions: Sessions
  readonly audit: AuditTrail
  readonly log: Logger
  readonly everyMs: number
}

const how = { idle: 'nothing was done for too long', absolute: 'signed in for too long' }

/** A session that is over is refused at once; once in a while those are taken away, and stand in the trail as ended. */
export function startEndingExpired({ sessions, audit, log, everyMs }: ExpiryOptions) {
  async function end(): Promise<void> {
    try {
      await audit.recordWith(async (transaction) => {
        const ended = await sessions.endExpired(transaction)
        const events = ended.map(({ person, roles, limit }) => {
          return { kind: 'sign-out', requestId: null, person: { ...person, roles }, how: how[limit] } as const
        })
        return { answer: undefined, events }
      })
    } catch (error) {
      log.error({ err: error }, 'expired sessions could not be ended')
    }
  }
  let running = end()
  const timer = setInterval(() => void (running = running.then(end)), everyMs).unref()
  return {
    async close(): Promise<void> {
      clearInterval(timer)
      await running
    },
  }
}
