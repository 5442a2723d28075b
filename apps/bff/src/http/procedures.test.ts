import { contract } from '@patchbay/contract'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { routeTable } from './route-table.ts'

/** Throws for what JSON cannot hold: dates, big numbers, sets, undefined. */
it.each(routeTable.map(({ name }) => name))('the answer of %s is JSON as it stands', (name) => {
  const [group = '', one = ''] = name.split('.')
  const procedure = (contract as Record<string, Record<string, { '~orpc': { outputSchema?: z.ZodType } }>>)[group]?.[
    one
  ]
  const schema = procedure?.['~orpc'].outputSchema
  expect(schema).toBeDefined()
  expect(() => z.toJSONSchema(schema as z.ZodType, { io: 'output' })).not.toThrow()
})
