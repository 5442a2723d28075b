import { appendFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import type { AuditHead } from '@patchbay/contract'
import type { Logger } from 'pino'
import { headLine } from './chain.ts'

export interface MirrorSettings {
  readonly file?: string | undefined
  readonly url?: string | undefined
}

/** Where the head is kept beside the store, so that a trail that was cut off or written anew can be told. */
export interface HeadMirror {
  /** Hands on a head. Never waits and never fails: see `state`. */
  put(head: AuditHead): void
  /** Undefined: there is no mirror. `seq`: the last head that was taken. `failing`: why a newer one is not, in words. */
  state(): { readonly seq: number; readonly failing: string | null } | undefined
  /** Tries once more to hand on what is left. */
  close(): Promise<void>
}

const RETRY_DELAYS_MS = [500, 2_000, 10_000, 30_000]
const POST_DEADLINE_MS = 5_000

export function createHeadMirror({ file, url }: MirrorSettings, log: Logger): HeadMirror {
  const targets = [
    ...(file === undefined
      ? []
      : [{ name: 'the file', send: (line: string) => appendFile(file, line, { mode: 0o600 }) }]),
    ...(url === undefined ? [] : [{ name: 'the address', send: (line: string) => postHead(url, line) }]),
  ].map((target) => createTarget(target, log))
  return {
    put: (head) => targets.forEach((target) => target.put(head)),
    state() {
      if (targets.length === 0) return undefined
      const states = targets.map((target) => target.state())
      const failing = states.flatMap((state) => state.failing ?? [])
      return { seq: Math.min(...states.map(({ seq }) => seq)), failing: failing.length > 0 ? failing.join(' ') : null }
    },
    async close() {
      await Promise.all(targets.map((target) => target.close()))
    },
  }
}

async function postHead(url: string, line: string): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: line.trimEnd(),
    redirect: 'error',
    signal: AbortSignal.timeout(POST_DEADLINE_MS),
  })
  await response.body?.cancel()
  if (!response.ok) throw new Error(`It answered ${response.status}.`)
}

/** One place, one head at a time. While it fails only the newest head is kept: it covers all before it. */
function createTarget({ name, send }: { name: string; send: (line: string) => Promise<void> }, log: Logger) {
  const closing = new AbortController()
  let waiting: AuditHead[] = []
  let taken = 0
  let failing: string | null = null
  let running: Promise<void> | undefined

  async function run(): Promise<void> {
    for (let failures = 0; ;) {
      const head = waiting[0]
      if (!head) return
      try {
        await send(headLine(head))
        waiting.shift()
        taken = head.seq
        failing = null
        failures = 0
      } catch (error) {
        failing = `The head of the audit trail cannot be handed to ${name} since record ${head.seq}.`
        log.error({ err: error, seq: head.seq }, `mirroring the head of the audit trail to ${name} failed`)
        waiting = waiting.slice(-1)
        if (closing.signal.aborted) return
        const milliseconds = RETRY_DELAYS_MS[Math.min(failures, RETRY_DELAYS_MS.length - 1)]
        failures += 1
        await delay(milliseconds, undefined, { signal: closing.signal, ref: false }).catch(() => undefined)
      }
    }
  }

  return {
    put(head: AuditHead) {
      waiting.push(head)
      running ??= run().finally(() => (running = undefined))
    },
    state: () => ({ seq: taken, failing }),
    async close() {
      closing.abort()
      await running
    },
  }
}
