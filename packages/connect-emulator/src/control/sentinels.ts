import { AwsError } from '../wire/aws-error.ts'
import { type FaultEffect, TRANSPORT_FAULTS } from './faults.ts'

/**
 * `fault-ThrottlingException`, `fault-drop`, `fault-delay-3000`: a name or id of this form makes the call that carries
 * it fail, so that an error screen can be seen by typing.
 */
const SENTINEL = /^fault-(?:delay-(\d{1,6})|([A-Za-z]+(?:-body)?))$/

/** The effect a sentinel among the names and ids of an input has: top-level strings and the members of IdentityInfo count. */
export function sentinelEffect(input: Record<string, unknown>): FaultEffect | undefined {
  return firstSentinel(input) ?? (isRecord(input.IdentityInfo) ? firstSentinel(input.IdentityInfo) : undefined)
}

function firstSentinel(values: Record<string, unknown>): FaultEffect | undefined {
  for (const key in values) {
    const value = values[key]
    if (typeof value !== 'string' || !value.startsWith('fault-')) continue
    const effect = effectOf(value)
    if (effect) return effect
  }
  return undefined
}

function effectOf(text: string): FaultEffect | undefined {
  const [, delay, name] = SENTINEL.exec(text) ?? []
  if (delay !== undefined) return { delayMs: Number(delay), error: undefined, transport: undefined }
  if (name === undefined) return undefined
  const transport = TRANSPORT_FAULTS.find((fault) => fault === name)
  const error = transport ? undefined : new AwsError(name, `${name} by sentinel name`)
  return { delayMs: 0, error, transport }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object'
}
