/** One call the emulator answered. */
export interface Call {
  operation: string
  /** ISO time by the emulator's clock. */
  at: string
  /** 0 when a fault dropped the connection before an answer. */
  status: number
  durationMs: number
  instanceId?: string
  requestId: string
  errorName?: string
}

export interface CallFilter {
  instanceId?: string
  operation?: string
}

/** Older calls are forgotten past this many. */
const KEPT_CALLS = 20_000

/** What is remembered of a call; `at` becomes text only when someone asks. */
type CallEntry = Omit<Call, 'at'> & { at: number }

export interface CallLog {
  add(entry: CallEntry): void
  /** Oldest first. */
  list(filter?: CallFilter): Call[]
  count(filter?: CallFilter): number
}

export function createCallLog(): CallLog {
  const ring: CallEntry[] = []
  let oldest = 0
  const find = ({ instanceId, operation }: CallFilter = {}): CallEntry[] =>
    [...ring.slice(oldest), ...ring.slice(0, oldest)].filter(
      (call) =>
        (instanceId === undefined || call.instanceId === instanceId) &&
        (operation === undefined || call.operation === operation),
    )
  return {
    add(entry) {
      if (ring.length < KEPT_CALLS) {
        ring.push(entry)
        return
      }
      ring[oldest] = entry
      oldest = (oldest + 1) % KEPT_CALLS
    },
    list: (filter) => find(filter).map((call) => ({ ...call, at: new Date(call.at).toISOString() })),
    count: (filter) => find(filter).length,
  }
}
