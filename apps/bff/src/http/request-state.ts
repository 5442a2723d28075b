import type { ServerResponse } from 'node:http'
import type { SignedIn } from './request-context.ts'

/** What is known about the request at hand; the log line at its end is written from it. */
export interface RequestState {
  readonly requestId: string
  /** The route's pattern, never the path: paths have ids of people in them. */
  route: string
  signedIn: SignedIn | undefined
}

const STATE = Symbol('state of the request')

interface WithState {
  [STATE]?: RequestState
}

/** Begins the state of a request. */
export function setRequestState(response: ServerResponse & WithState, state: RequestState): void {
  response[STATE] = state
}

export function requestState(response: ServerResponse & WithState): RequestState {
  const state = response[STATE]
  if (!state) throw new Error('Every request begins with its log line.')
  return state
}
