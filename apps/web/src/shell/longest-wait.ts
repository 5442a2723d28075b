import type { RequestWait } from '@patchbay/contract'

/** Of the requests about one instance. Undefined: none of them stands in line; Amazon Connect is slow to answer by itself. */
export function longestWait(waits: readonly RequestWait[], instance: string): RequestWait | undefined {
  return waits
    .filter(({ path }) => path.startsWith(`/${instance}/`))
    .reduce<RequestWait | undefined>(
      (longest, one) => (longest && longest.seconds >= one.seconds ? longest : one),
      undefined,
    )
}
