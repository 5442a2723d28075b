import type { Transaction } from 'kysely'
import type { Logger } from 'pino'
import { defaultAccess, type AccessConfig } from '../../access/access-config.ts'
import type { AuditTrail } from '../../store/audit/audit-trail.ts'
import { takeChainTurn } from '../../store/audit/chain.ts'
import type { AuditEvent } from '../../store/audit/records.ts'
import type { Tables } from '../../store/tables.ts'
import {
  configurationHash,
  configurationParts,
  differingParts,
  type ConfigurationParts,
} from './configuration-parts.ts'

export interface ConfigurationRecorder {
  /** These rules count from now on. Written down unless the trail saw the same last, by whichever replica. */
  put(config: AccessConfig): void
  close(): Promise<void>
}

interface RecorderOptions {
  readonly audit: AuditTrail
  readonly log: Logger
  /** How soon it is tried again where the store could not be written. */
  readonly againAfterMs: number
}

export function startRecordingConfiguration({ audit, log, againAfterMs }: RecorderOptions): ConfigurationRecorder {
  const waiting: AccessConfig[] = []
  async function write(): Promise<void> {
    try {
      for (let [next] = waiting; next !== undefined; [next] = waiting) {
        const parts = configurationParts(next)
        await audit.recordWith(async (transaction) => ({
          answer: undefined,
          events: await changesSince(transaction, parts),
        }))
        waiting.shift()
      }
    } catch (error) {
      log.error({ err: error }, 'that roles or claims are other ones could not be written down yet')
    }
  }
  let running = Promise.resolve()
  const flush = () => void (running = running.then(write))
  const timer = setInterval(flush, againAfterMs).unref()
  return {
    put(config) {
      waiting.push(config)
      flush()
    },
    async close() {
      clearInterval(timer)
      await running
    },
  }
}

/** A trail that has seen none yet has seen what counts without a file. */
async function changesSince(transaction: Transaction<Tables>, parts: ConfigurationParts): Promise<AuditEvent[]> {
  // Replicas that read the same new file write it down once.
  await takeChainTurn(transaction)
  const last = await transaction
    .selectFrom('changes')
    .innerJoin('audit_records', 'audit_records.seq', 'changes.seq')
    .select('audit_records.body')
    .where('changes.kind', '=', 'configuration')
    .orderBy('changes.seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const before = last === undefined ? configurationParts(defaultAccess) : partsIn(last.body)
  const differing = differingParts(before, parts)
  if (differing.length === 0) return []
  const hashes = { before: configurationHash(before), after: configurationHash(parts) }
  return [{ kind: 'configuration', requestId: null, person: null, ...hashes, differing, parts }]
}

function partsIn(body: string): ConfigurationParts {
  return (JSON.parse(body) as { readonly parts: ConfigurationParts }).parts
}
