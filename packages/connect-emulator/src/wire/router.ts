import type { OperationSchema } from './operation-schemas.ts'

interface Node {
  fixed: Map<string, Node>
  label: Node | undefined
  byMethod: Map<string, { schema: OperationSchema; labels: string[] }>
}

export interface Match {
  schema: OperationSchema
  /** Label values still percent-encoded, in the order of `labels`. */
  labels: string[]
  values: string[]
}

/**
 * Finds the operation of a method and raw path. The path is split before anything is decoded, so that an ARN in a
 * label (`%3A`, `%2F`) stays one segment (WIRE-04). A fixed segment wins over a label.
 */
export function createRouter(schemas: OperationSchema[]): (method: string, rawPath: string) => Match | undefined {
  const root = newNode()
  for (const schema of schemas) addRoute(root, schema)
  return (method, rawPath) => {
    const segments = rawPath.split('/')
    return walk(root, segments, 1, method, [])
  }
}

function newNode(): Node {
  return { fixed: new Map(), label: undefined, byMethod: new Map() }
}

function addRoute(root: Node, schema: OperationSchema): void {
  let node = root
  const labels: string[] = []
  for (const segment of schema.path.split('/').slice(1)) {
    if (segment.startsWith('{')) {
      labels.push(segment.slice(1, -1))
      node.label ??= newNode()
      node = node.label
      continue
    }
    let next = node.fixed.get(segment)
    if (!next) node.fixed.set(segment, (next = newNode()))
    node = next
  }
  node.byMethod.set(schema.method, { schema, labels })
}

function walk(node: Node, segments: string[], at: number, method: string, values: string[]): Match | undefined {
  const segment = segments[at]
  if (segment === undefined) {
    const found = node.byMethod.get(method)
    return found && { schema: found.schema, labels: found.labels, values }
  }
  const fixed = node.fixed.get(segment)
  const viaFixed = fixed && walk(fixed, segments, at + 1, method, values)
  if (viaFixed || !node.label) return viaFixed
  return walk(node.label, segments, at + 1, method, [...values, segment])
}
