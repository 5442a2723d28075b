import { expect, it } from 'vitest'
import { z } from 'zod'
import { routeTable } from './route-table.ts'

/** Throws for what JSON cannot hold: dates, big numbers, sets, undefined. */
it.each(routeTable)('the answer of $name is JSON as it stands', ({ output }) => {
  expect(() => z.toJSONSchema(output, { io: 'output' })).not.toThrow()
})
