import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { directoryState, fresh, instanceAlias, instant, version } from '../fields.ts'

export const hierarchyLevel = z.object({
  id: z.string(),
  /** 1 to 5, from the top. */
  number: z.number().int().min(1).max(5),
  name: z.string(),
})
export type HierarchyLevel = z.infer<typeof hierarchyLevel>

export const hierarchyGroup = z.object({
  id: z.string(),
  name: z.string(),
  parentId: z.string().nullable(),
  levelId: z.string(),
  people: z.object({ direct: z.number().int(), withChildren: z.number().int() }),
})
export type HierarchyGroup = z.infer<typeof hierarchyGroup>

export const hierarchy = z.object({
  levels: z.array(hierarchyLevel),
  /** Parents before their children, siblings by name. */
  groups: z.array(hierarchyGroup),
  people: z.object({ total: z.number().int(), withoutGroup: z.number().int() }),
  version,
  asOf: instant,
  complete: z.boolean(),
  ...directoryState,
})
export type Hierarchy = z.infer<typeof hierarchy>

export const hierarchyContract = {
  read: endpoint({
    right: 'hierarchy.read',
    method: 'GET',
    path: '/{instance}/hierarchy',
    summary: 'Levels, groups and the people in each',
  })
    .input(z.strictObject({ instance: instanceAlias, fresh }))
    .output(hierarchy),
}
