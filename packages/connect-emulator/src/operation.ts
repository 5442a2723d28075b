import { parseArn } from './rules/arn.ts'
import type { Instance } from './state/instance.ts'
import type { World } from './state/world.ts'

/** An input after the bounds check: members the model requires are there. */
export type Checked<T> = T extends readonly (infer Item)[]
  ? Checked<Item>[]
  : T extends Date
    ? T
    : T extends object
      ? { [K in keyof T]: Partial<Pick<T, K>> extends Pick<T, K> ? Checked<T[K]> : Checked<NonNullable<T[K]>> }
      : T

/** What a handler may use. Time and ids are parameters, so that a test can fix them. */
export interface Context {
  world: World
  /** Epoch milliseconds by the emulator's own clock. */
  now: () => number
  newId: () => string
  /** How far searches lag behind writes, in milliseconds. */
  searchLag: () => number
  accessKeyId: string
}

export interface Operation<Input, Output> {
  readonly name: string
  readonly handle: (input: Checked<Input>, context: Context) => Output
}

/** An operation whose types do not matter to who holds it: the wire checks inputs by schema and bounds. */
export interface AnyOperation {
  readonly name: string
  readonly handle: (input: never, context: Context) => unknown
}

/**
 * One operation of Amazon Connect: its name in the model and what it does with a checked input. Handlers check
 * everything before their first write and throw AwsError.
 */
export function defineOperation<Input, Output>(
  name: string,
  handle: (input: Checked<Input>, context: Context) => Output,
): Operation<Input, Output> {
  return { name, handle }
}

/** Like defineOperation for the many operations that act in one instance, which is looked up first. */
export function defineInstanceOperation<Input extends { InstanceId: string | undefined }, Output>(
  name: string,
  handle: (input: Checked<Input>, instance: Instance, context: Context) => Output,
): Operation<Input, Output> {
  return defineOperation<Input, Output>(name, (input, context) => {
    const { InstanceId } = input as { InstanceId: string }
    return handle(input, context.world.requireInstance(InstanceId), context)
  })
}

/** Like defineInstanceOperation for the few operations that take the instance's ARN as well as its id (WIRE-09). */
export function defineInstanceOrArnOperation<Input extends { InstanceId: string | undefined }, Output>(
  name: string,
  handle: (input: Checked<Input>, instance: Instance, context: Context) => Output,
): Operation<Input, Output> {
  return defineOperation<Input, Output>(name, (input, context) => {
    const { InstanceId } = input as { InstanceId: string }
    return handle(input, context.world.requireInstance(parseArn(InstanceId)?.instanceId ?? InstanceId), context)
  })
}
