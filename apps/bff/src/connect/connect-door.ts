import type { Instance } from '@patchbay/contract'
import type { Logger } from 'pino'

/** What the caller of an upstream call decides: leaving (the browser closed the request) stops the call and its waiting. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined
}

export interface ConnectInstance {
  readonly info: Instance
}

/** The one door to Amazon Connect. Everything it throws is a `Fault` with a code of the contract. */
export interface ConnectDoor {
  /** The instances of this account and Region that the allow-list names, by alias. */
  listInstances(options?: CallOptions): Promise<readonly Instance[]>
  /** Throws NOT_FOUND where the alias is unknown or not allowed. */
  requireInstance(alias: string, options?: CallOptions): Promise<ConnectInstance>
  /** Whether Connect answers, for /readyz. The answer is kept for a few seconds, so that probes do not use up the quota. */
  isReachable(): Promise<boolean>
  /** Drops what is queued and closes the connections. */
  close(): void
}

export interface ConnectDoorOptions {
  readonly region: string
  /** AWS_ENDPOINT_URL_CONNECT or AWS_ENDPOINT_URL; the SDK's own endpoint of the Region when absent. */
  readonly endpoint?: string | undefined
  /** Aliases or ids; requests name instances by alias only. */
  readonly allowedInstances: readonly string[] | 'all'
  readonly now: () => Date
  readonly log: Logger
  /** `off` is for tests and for an emulator without throttles. Default `aws`. */
  readonly pace?: 'aws' | 'off' | undefined
  /** Longest wait for one upstream call with its retries, in milliseconds, without the wait for a slot. Default 10,000. */
  readonly deadlineMs?: number | undefined
}

export function createConnectDoor(_options: ConnectDoorOptions): ConnectDoor {
  throw new Error('The door to Amazon Connect is not built yet.')
}
