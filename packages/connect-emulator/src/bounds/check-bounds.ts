import { AwsError, invalidParameter, invalidRequest } from '../wire/aws-error.ts'
import bounds from './bounds.json' with { type: 'json' }
import { countCharacters } from './count-characters.ts'

export interface Shape {
  type: 'string' | 'integer' | 'float' | 'boolean' | 'timestamp' | 'list' | 'map' | 'structure'
  min?: number
  max?: number
  pattern?: string
  enum?: string[]
  /** Member name to shape name; a trailing `!` marks a required member. */
  members?: Record<string, string>
  member?: string
  key?: string
  value?: string
}

export interface OperationBounds {
  group: string
  input: Record<string, string>
  errors: string[]
}

type Check = (value: unknown, path: string, depth: number) => void

/** Deeper than any shape of the model needs; keeps a hostile SearchCriteria from exhausting the stack. */
const MAX_DEPTH = 100

/** The shapes those bounds are made of. */
export const shapes = bounds.shapes as Record<string, Shape>
/** The bounds of the operations that have them, derived once from the service model; prose-only limits are merged in. */
export const operationBounds = bounds.operations as Record<string, OperationBounds>

class BoundError extends Error {}

const compiled = new Map<string, Check>()
const compiledInputs = new Map<string, Check>()

/**
 * Checks an input against every bound of its operation: required, type, length, count, range, pattern, enum.
 * @throws AwsError SerializationException for a value of the wrong JSON type, else InvalidParameterException, or
 * InvalidRequestException for the operations that do not list the former (ListInstances, DescribeInstance)
 */
export function checkBounds(operation: string, input: Record<string, unknown>): void {
  const rules = operationBounds[operation]
  if (!rules) return
  let check = compiledInputs.get(operation)
  if (!check) compiledInputs.set(operation, (check = compileMembers(rules.input)))
  try {
    check(input, '', 0)
  } catch (error) {
    if (!(error instanceof BoundError)) throw error
    throw rules.errors.includes('InvalidParameterException')
      ? invalidParameter(error.message)
      : invalidRequest(error.message)
  }
}

function compileMembers(members: Record<string, string>): Check {
  const parts = Object.entries(members).map(([name, ref]) => {
    const required = ref.endsWith('!')
    return { name, required, check: lazyCheck(required ? ref.slice(0, -1) : ref) }
  })
  return (value, path, depth) => {
    const record = value as Record<string, unknown>
    for (const { name, required, check } of parts) {
      const member = record[name]
      if (member === undefined || member === null) {
        if (required) throw new BoundError(`${path}${name} is required`)
        continue
      }
      check(member, path + name, depth + 1)
    }
  }
}

/** Shapes refer to themselves (search criteria), so a shape is compiled when first met and looked up after. */
function lazyCheck(name: string): Check {
  let check: Check | undefined
  return (value, path, depth) => {
    check ??= compiled.get(name) ?? compileShape(name)
    check(value, path, depth)
  }
}

function compileShape(name: string): Check {
  const shape = shapes[name]
  if (!shape) throw new Error(`bounds.json has no shape ${name}`)
  const check = CHECKS[shape.type](shape)
  compiled.set(name, check)
  return check
}

function checkString({ min, max, pattern, enum: values }: Shape): Check {
  const regex = pattern === undefined ? undefined : new RegExp(pattern, 'u')
  const allowed = values && new Set(values)
  return (value, path) => {
    requireType(typeof value === 'string', path, 'a string')
    const text = value as string
    if (allowed && !allowed.has(text)) throw new BoundError(`${path} must be one of ${values?.join(', ')}`)
    requireCount(countCharacters(text), min, max, path, 'characters')
    if (regex && !regex.test(text)) throw new BoundError(`${path} must match ${pattern}`)
  }
}

function checkNumber({ type, min, max }: Shape): Check {
  return (value, path) => {
    const fits = typeof value === 'number' && (type === 'float' ? Number.isFinite(value) : Number.isSafeInteger(value))
    requireType(fits, path, type === 'float' ? 'a number' : 'a whole number')
    const number = value as number
    if ((min !== undefined && number < min) || (max !== undefined && number > max)) {
      throw new BoundError(`${path} must be ${rangeText(min, max)}`)
    }
  }
}

function checkList({ min, max, member }: Shape): Check {
  const check = lazyCheck(member ?? '')
  return (value, path, depth) => {
    requireType(Array.isArray(value), path, 'a list')
    const list = value as unknown[]
    requireCount(list.length, min, max, path, 'items')
    list.forEach((item, at) => {
      requireType(item !== null, `${path}[${at}]`, 'present')
      check(item, `${path}[${at}]`, depth + 1)
    })
  }
}

function checkMap({ min, max, key, value: valueShape }: Shape): Check {
  const checkKey = lazyCheck(key ?? '')
  const checkValue = lazyCheck(valueShape ?? '')
  return (value, path, depth) => {
    requireType(isRecord(value), path, 'an object')
    const entries = Object.entries(value as Record<string, unknown>)
    requireCount(entries.length, min, max, path, 'entries')
    for (const [name, item] of entries) {
      checkKey(name, `${path} key`, depth + 1)
      requireType(item !== null, `${path} value`, 'present')
      checkValue(item, `${path} value`, depth + 1)
    }
  }
}

function checkStructure({ members }: Shape): Check {
  const check = compileMembers(members ?? {})
  return (value, path, depth) => {
    requireType(isRecord(value), path, 'an object')
    if (depth > MAX_DEPTH) throw new AwsError('SerializationException', `${path.slice(0, 80)} is nested too deeply`)
    check(value, `${path}.`, depth)
  }
}

function isRecord(value: unknown): boolean {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

function requireType(holds: boolean, path: string, wanted: string): void {
  if (!holds) throw new AwsError('SerializationException', `${path} must be ${wanted}`)
}

function requireCount(
  count: number,
  min: number | undefined,
  max: number | undefined,
  path: string,
  unit: string,
): void {
  if ((min !== undefined && count < min) || (max !== undefined && count > max)) {
    throw new BoundError(`${path} must have ${rangeText(min, max)} ${unit}`)
  }
}

function rangeText(min: number | undefined, max: number | undefined): string {
  if (min === undefined) return `at most ${max}`
  return max === undefined ? `at least ${min}` : `${min} to ${max}`
}

const CHECKS: Record<Shape['type'], (shape: Shape) => Check> = {
  string: checkString,
  integer: checkNumber,
  float: checkNumber,
  timestamp: () => (value, path) =>
    requireType(typeof value === 'number' && Number.isFinite(value), path, 'a number of epoch seconds'),
  boolean: () => (value, path) => requireType(typeof value === 'boolean', path, 'true or false'),
  list: checkList,
  map: checkMap,
  structure: checkStructure,
}
