import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { directoryListOf, fresh, instanceAlias } from '../fields.ts'

export const routingProfileRow = z.object({ id: z.string(), name: z.string() })
export type RoutingProfileRow = z.infer<typeof routingProfileRow>

export const routingProfilesContract = {
  list: endpoint({
    right: 'routing-profiles.read',
    method: 'GET',
    path: '/{instance}/routing-profiles',
    summary: 'All routing profiles',
  })
    .input(z.strictObject({ instance: instanceAlias, fresh }))
    .output(directoryListOf(routingProfileRow)),
}
