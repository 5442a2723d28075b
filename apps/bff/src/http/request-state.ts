import type { Response } from 'express'
import type { SignedIn } from './request-context.ts'

/** What is known about the request at hand; the log line at its end is written from it. */
export interface RequestState {
  readonly requestId: string
  /** The route's pattern, never the path: paths have ids of people in them. */
  route: string
  signedIn: SignedIn | undefined
}

/** Begins the state of a request. */
export function setRequestState(response: Response, state: RequestState): void {
  response.locals['state'] = state
}

export function requestState(response: Response): RequestState {
  return response.locals['state'] as RequestState
}
