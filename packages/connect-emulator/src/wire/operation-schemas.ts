import * as connect from '@aws-sdk/client-connect'
import { NormalizedSchema } from '@smithy/core/schema'

type SchemaRef = Parameters<typeof NormalizedSchema.of>[0]

/** Where one input member travels. */
export interface QueryBinding {
  member: string
  wireName: string
  kind: 'string' | 'number' | 'boolean' | 'list'
}

export interface OperationSchema {
  name: string
  method: string
  /** As the model prints it, such as `/users/{InstanceId}/{UserId}`. */
  path: string
  input: NormalizedSchema
  output: NormalizedSchema
  query: QueryBinding[]
  /** True when at least one input member travels in the JSON body. */
  hasBody: boolean
  /** True when the answer has no members: AWS sends 200 and an empty body (WIRE-01). */
  emptyAnswer: boolean
}

type StaticOperation = [9, string, string, { http: [string, string, number] }, SchemaRef, SchemaRef]

/** All operations of the service as the installed SDK knows them; it is the SDK's own table, so both ends agree. */
export const operationSchemas: OperationSchema[] = (Object.values(connect) as unknown[])
  .filter((value): value is StaticOperation => Array.isArray(value) && value[0] === 9)
  .map(readOperation)

function readOperation([, , name, traits, input, output]: StaticOperation): OperationSchema {
  const [method, path] = traits.http
  const inputSchema = NormalizedSchema.of(input)
  const outputSchema = NormalizedSchema.of(output)
  const query: QueryBinding[] = []
  let hasBody = false
  if (inputSchema.isStructSchema()) {
    for (const [member, schema] of inputSchema.structIterator()) {
      const { httpLabel, httpQuery, httpHeader } = schema.getMergedTraits()
      if (httpQuery) query.push({ member, wireName: httpQuery, kind: queryKind(schema) })
      else if (!httpLabel && !httpHeader) hasBody = true
    }
  }
  const emptyAnswer = !outputSchema.isStructSchema() || outputSchema.structIterator().next().done === true
  return { name, method, path, input: inputSchema, output: outputSchema, query, hasBody, emptyAnswer }
}

function queryKind(schema: NormalizedSchema): QueryBinding['kind'] {
  if (schema.isListSchema()) return 'list'
  if (schema.isNumericSchema()) return 'number'
  return schema.isBooleanSchema() ? 'boolean' : 'string'
}
