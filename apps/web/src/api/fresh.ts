import { hashKey, type QueryKey } from '@tanstack/react-query'

const wanted = new Set<string>()

interface Refetchable {
  refetch(): unknown
}

/** What the refresh button does: reads past what the BFF keeps. */
export function refetchFresh(query: Refetchable, queryKey: QueryKey): void {
  wanted.add(hashKey(queryKey))
  void query.refetch()
}

/** For the query's own call: the part of its input that says so, once. */
export function takeFresh(queryKey: QueryKey): { readonly fresh?: true } {
  return wanted.delete(hashKey(queryKey)) ? { fresh: true } : {}
}
