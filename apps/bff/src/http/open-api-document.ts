import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { contract } from '@patchbay/contract'
import { routeTable } from './route-table.ts'

const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
let document: ReturnType<typeof generate> | undefined

/** The OpenAPI 3.1 description of the API, made from the contract at the first request for it. */
export function openApiDocument() {
  document ??= generate()
  return document
}

async function generate() {
  const made = await generator.generate(contract, {
    info: {
      title: 'Patchbay',
      version: '1',
      description:
        'Every request carries the header `x-csrf: 1` and the session cookie that /auth/sign-in gives. `x-right` is the right that a route asks for; of a list any one is enough, and what is written is then judged field by field.',
    },
    servers: [{ url: '/api' }],
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-patchbay' },
        csrf: { type: 'apiKey', in: 'header', name: 'x-csrf', description: 'Always `1`.' },
      },
    },
    security: [{ session: [], csrf: [] }],
  })
  for (const { method, path, right } of routeTable) {
    const operation = made.paths?.[path]?.[method.toLowerCase() as 'get']
    if (operation) Object.assign(operation, { 'x-right': right })
  }
  return made
}
