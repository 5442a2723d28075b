import { ConnectClient } from '@aws-sdk/client-connect'

export interface ConnectClientOptions {
  readonly region: string
  readonly endpoint?: string | undefined
  readonly deadlineMs: number
}

/** Credentials come from the SDK's default chain. It tries once: our own retries each take a slot of the bucket. */
export function createConnectClient({ region, endpoint, deadlineMs }: ConnectClientOptions): ConnectClient {
  return new ConnectClient({
    region,
    ...(endpoint === undefined ? {} : { endpoint }),
    maxAttempts: 1,
    requestHandler: { connectionTimeout: Math.min(deadlineMs, 5_000) },
  })
}
