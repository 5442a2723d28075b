import { CONNECT_DOWN_HEADER } from '@patchbay/contract'
import { createStore, useStore } from './store.ts'

/** Whether Amazon Connect does not answer, as far as the last answer of the BFF told. */
export const connectDown = createStore(false)

/** Why nothing can be changed right now, for whom it may stop. */
export function useDownReason(): string | undefined {
  return useStore(connectDown) ? 'Amazon Connect does not answer. Changes are possible as soon as it does.' : undefined
}

/** `fetch` that takes notice of what every answer says beside its body. */
export async function fetchNoticing(request: Request, init: RequestInit): Promise<Response> {
  const response = await fetch(request, init)
  connectDown.set(response.headers.has(CONNECT_DOWN_HEADER))
  return response
}
