import type { z } from 'zod'

/**
 * Search parameters of an address, each by itself against its schema. One that is not valid (an old link, a mistyped
 * number) is left out, so that the rest of the link still works.
 */
export function lenientSearch<Shape extends z.core.$ZodLooseShape>(schema: z.ZodObject<Shape>) {
  return (raw: Record<string, unknown>): Partial<z.output<z.ZodObject<Shape>>> => {
    const search: Record<string, unknown> = {}
    for (const [key, field] of Object.entries(schema.shape)) {
      if (!(key in raw)) continue
      const parsed = field.safeParse(raw[key])
      if (parsed.success && parsed.data !== undefined) search[key] = parsed.data
    }
    return search as Partial<z.output<z.ZodObject<Shape>>>
  }
}
