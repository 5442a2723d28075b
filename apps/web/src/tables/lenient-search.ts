import type { z } from 'zod'

/**
 * Search parameters of an address, each by itself against its schema. One that is not valid (an old link, a mistyped
 * number) is undefined, so that the rest of the link still works. It is not left out: the router lays this over the raw
 * parameters, which would shine through.
 */
export function lenientSearch<Shape extends z.core.$ZodLooseShape>(schema: z.ZodObject<Shape>) {
  return (raw: Record<string, unknown>): Partial<z.output<z.ZodObject<Shape>>> => {
    const search: Record<string, unknown> = {}
    for (const [key, field] of Object.entries(schema.shape)) {
      // The router reads its own answer again; a default must not creep into the address by that.
      if (raw[key] === undefined) continue
      const parsed = field.safeParse(raw[key])
      search[key] = parsed.success ? parsed.data : undefined
    }
    return search as Partial<z.output<z.ZodObject<Shape>>>
  }
}
