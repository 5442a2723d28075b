import { AwsError } from '../wire/aws-error.ts'

/** A failure to happen on demand. */
export interface Fault {
  /** An operation's name, or `*` for all. */
  operation: string
  /** Only calls that name this instance. */
  instanceId?: string
  /** AWS error name, or `drop` (connection cut before an answer), `half-body`, `garbage`. Left out: only the delay. */
  error?: string
  message?: string
  /** Share of calls hit, 0 to 1. Default 1. */
  rate?: number
  delayMs?: number
  /** How many calls are hit before the fault is over. Default unlimited. */
  count?: number
}

/** What a hit fault does to the call at hand. */
export interface FaultEffect {
  delayMs: number
  error: AwsError | undefined
  /** What happens to the answer on the wire. */
  transport: 'drop' | 'half-body' | 'garbage' | undefined
}

export interface Faults {
  set(fault: Fault): void
  /** Faults are over, and what was delayed is done at once. */
  clear(instanceId?: string): void
  /** The effect on a call; the fault set last wins. Counts down. */
  hit(operation: string, instanceId: string | undefined): FaultEffect | undefined
  /** Does it after this time, or as soon as the faults of the instance are cleared. */
  delay(delayMs: number, instanceId: string | undefined, act: () => void): void
}

interface Delayed {
  readonly instanceId: string | undefined
  readonly timer: NodeJS.Timeout
  readonly act: () => void
}

/** What may happen to an answer on the wire instead of an AWS error. */
export const TRANSPORT_FAULTS = ['drop', 'half-body', 'garbage'] as const

/** @param random 0 ≤ value < 1, decides for faults with a rate */
export function createFaults(random: () => number): Faults {
  let faults: { fault: Fault; left: number }[] = []
  const delayed = new Set<Delayed>()

  return {
    set(fault) {
      requireFault(fault)
      faults = [{ fault, left: fault.count ?? Number.POSITIVE_INFINITY }, ...faults]
    },
    clear(instanceId) {
      faults = instanceId === undefined ? [] : faults.filter(({ fault }) => fault.instanceId !== instanceId)
      for (const one of delayed) {
        if (instanceId !== undefined && one.instanceId !== instanceId) continue
        clearTimeout(one.timer)
        delayed.delete(one)
        one.act()
      }
    },
    hit(operation, instanceId) {
      if (faults.length === 0) return undefined
      const entry = faults.find(({ fault }) => concerns(fault, operation, instanceId) && random() < (fault.rate ?? 1))
      if (!entry) return undefined
      entry.left--
      if (entry.left <= 0) faults = faults.filter((other) => other !== entry)
      return effectOf(entry.fault)
    },
    delay(delayMs, instanceId, act) {
      const end = () => {
        delayed.delete(one)
        act()
      }
      const one: Delayed = { instanceId, act, timer: setTimeout(end, delayMs) }
      delayed.add(one)
    },
  }
}

function concerns(fault: Fault, operation: string, instanceId: string | undefined): boolean {
  const sameOperation = fault.operation === '*' || fault.operation === operation
  return sameOperation && (fault.instanceId === undefined || fault.instanceId === instanceId)
}

function effectOf({ error, message, delayMs = 0 }: Fault): FaultEffect {
  const transport = TRANSPORT_FAULTS.find((name) => name === error)
  const named = error !== undefined && transport === undefined
  return { delayMs, transport, error: named ? new AwsError(error, message ?? `${error} on demand`) : undefined }
}

/** @throws AwsError InvalidRequestException naming what is wrong */
function requireFault(fault: Fault): void {
  const { operation, error, rate, delayMs, count } = fault
  const problem =
    typeof operation !== 'string' || operation === ''
      ? 'operation must be the name of an operation, or *'
      : error !== undefined && !/^[A-Za-z][A-Za-z-]*$/.test(error)
        ? 'error must be an error name, drop, half-body or garbage'
        : rate !== undefined && !(rate >= 0 && rate <= 1)
          ? 'rate must be between 0 and 1'
          : delayMs !== undefined && !(delayMs >= 0 && delayMs <= 600_000)
            ? 'delayMs must be between 0 and 600000'
            : count !== undefined && !(Number.isInteger(count) && count > 0)
              ? 'count must be a whole number above 0'
              : undefined
  if (problem) throw new AwsError('InvalidRequestException', problem)
}
