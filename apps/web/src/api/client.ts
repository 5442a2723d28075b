import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { contract } from '@patchbay/contract'
import { fetchNoticing } from './connection.ts'

/** The BFF refuses requests without it: other sites cannot send it without our leave. */
export const csrfHeader = { 'x-csrf': '1' }

const link = new OpenAPILink(contract, {
  url: () => new URL('/api', window.location.origin).href,
  headers: csrfHeader,
  fetch: fetchNoticing,
})

const client: ContractRouterClient<typeof contract> = createORPCClient(link)

/** `api.users.search.queryOptions({ input })`, `api.users.updatePhone.call(input)` and so on, one a route of the contract. */
export const api = createTanstackQueryUtils(client)
