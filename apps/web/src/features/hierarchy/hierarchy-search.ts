import { z } from 'zod'

/** The state of the hierarchy page, in its address. What cannot be read falls back instead of breaking a link. */
export const hierarchySearch = z.object({
  /** The selected group. */
  group: z.string().max(256).optional().catch(undefined),
  view: z.enum(['diagram', 'table']).optional().catch(undefined),
  /** See `Expansion`. Absent: as much as fits. */
  depth: z.coerce.number().int().min(0).max(5).optional().catch(undefined),
  turned: z.array(z.string().min(1).max(256)).max(500).optional().catch(undefined),
})
export type HierarchySearch = z.infer<typeof hierarchySearch>
