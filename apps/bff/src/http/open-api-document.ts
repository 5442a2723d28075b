import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { contract } from '@patchbay/contract'

const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
let document: ReturnType<typeof generator.generate> | undefined

/** The OpenAPI 3.1 description of the API, made from the contract at the first request for it. */
export function openApiDocument() {
  document ??= generator.generate(contract, {
    info: {
      title: 'Patchbay',
      version: '1',
      description: 'Every request carries the header `x-csrf: 1` and the session cookie that /auth/sign-in gives.',
    },
    servers: [{ url: '/api' }],
  })
  return document
}
