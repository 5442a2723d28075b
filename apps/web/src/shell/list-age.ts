import { connectDown } from '../api/connection.ts'
import { useStore } from '../api/store.ts'

/** Why the last try to read a list anew failed. */
export interface ListProblem {
  readonly message: string
  readonly at: string
}

interface ListQuery {
  readonly data: { readonly asOf: string; readonly problem?: ListProblem | null | undefined } | undefined
  readonly error: unknown
}

/** What the page of a list out of the directory says of its age. A query that failed says why itself. */
export function useListAge({ data, error }: ListQuery) {
  const isDown = useStore(connectDown)
  const problem = data?.problem ?? undefined
  return {
    asOf: data?.asOf,
    isStale: isDown || error !== null || problem !== undefined,
    problem: error === null ? problem : undefined,
  }
}
