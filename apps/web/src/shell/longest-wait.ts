import type { RequestWait } from '@patchbay/contract'

/** Of the requests about one instance. Undefined: none of them stands in line; Amazon Connect is slow to answer by itself. */
export function longestWaitSeconds(waits: readonly RequestWait[], instance: string): number | undefined {
  const seconds = waits.filter(({ path }) => path.startsWith(`/${instance}/`)).map((wait) => wait.seconds)
  return seconds.length === 0 ? undefined : Math.max(...seconds)
}
