import type { ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import type { z } from 'zod'

/** What a form says about one of its fields outside of the control itself. */
interface FieldText<Value> {
  readonly label: string
  /** The value in words, for before → after. */
  readonly format: (value: Value) => ReactNode
  readonly parts?: Parts<Value>
}

/** Of a value made of parts that change by themselves, tags for instance. The control holds a list of rows, one a part. */
interface Parts<Value> {
  readonly of: (value: Value) => readonly Part[]
  /** Which part a row of the control is. */
  readonly keyOf: (row: never) => string
  /** What is said of a part that is not there. */
  readonly absent: string
}

interface Part {
  readonly key: string
  readonly label: string
  readonly text: string
}

/** In the order in which the fields stand in the form. */
export type FieldTexts<Output> = { readonly [Field in keyof Output & string]: FieldText<Output[Field]> }

/** The schema of a form: from what its controls hold to what is sent, field by field. */
export type FormSchema<Input extends FieldValues, Output extends FieldValues> = z.ZodType<Output, Input> & {
  readonly shape: { readonly [Field in keyof Output]: z.ZodType }
}

export interface Change {
  readonly field: string
  readonly label: string
  readonly before: ReactNode
  readonly after: ReactNode
}

interface FormFields<Input extends FieldValues, Output extends FieldValues> {
  readonly schema: FormSchema<Input, Output>
  readonly fields: FieldTexts<Output>
}

/** What differs between two states of a form, part by part. `90` and `1:30` are the same duration, so they are no change. */
export function changesBetween<Input extends FieldValues, Output extends FieldValues>(
  form: FormFields<Input, Output>,
  before: Input,
  after: Input,
): Change[] {
  return fieldChanges(form, before, after).flatMap((change) => {
    const parts = readParts(form, change.field, [before, after])
    if (parts === undefined) return [change]
    const { field } = change
    return parts
      .filter(({ texts: [old, now] }) => old !== now)
      .map(({ label, say, texts: [old, now] }) => ({ field, label, before: say(old), after: say(now) }))
  })
}

/** Every part that one of `states` has, with what each of them says of it. Undefined where the field is one whole, or not valid in one of them. */
function readParts<Input extends FieldValues, Output extends FieldValues>(
  { schema, fields }: FormFields<Input, Output>,
  field: string,
  states: readonly Input[],
) {
  const { parts } = fields[field as keyof Output & string]
  const readings = states.map((values) => readField(schema, field, values))
  if (parts === undefined || !readings.every(({ isValid }) => isValid)) return undefined
  // As in `inWords`: the schema of this very field made the values.
  const read = readings.map(({ value }) => new Map(parts.of(value as never).map((part) => [part.key, part])))
  const labels = new Map(read.flatMap((state) => [...state.values()]).map(({ key, label }) => [key, label]))
  const say = (text: string | undefined) => text ?? parts.absent
  return Array.from(labels, ([part, label]) => ({
    part,
    label,
    say,
    texts: read.map((state) => state.get(part)?.text),
  }))
}

function fieldChanges<Input extends FieldValues, Output extends FieldValues>(
  { schema, fields }: FormFields<Input, Output>,
  before: Input,
  after: Input,
): Change[] {
  return fieldNames(fields).flatMap((field) => {
    const from = readField(schema, field, before)
    const to = readField(schema, field, after)
    if (isSame(from.value, to.value)) return []
    const { label, format } = fields[field]
    return [{ field, label, before: inWords(from, format), after: inWords(to, format) }]
  })
}

export interface Collision {
  readonly field: string
  /** Its key, where no more than a part of the field collides. */
  readonly part?: string
  readonly label: string
  readonly base: ReactNode
  readonly theirs: ReactNode
  readonly mine: ReactNode
  /** False: the person left the field alone, so that theirs is the likely choice. */
  readonly isMineChanged: boolean
}

/** The fields, or parts of them, that someone else changed between `base` and `theirs`, beside what stands in the form. */
export function collisionsBetween<Input extends FieldValues, Output extends FieldValues>(
  form: FormFields<Input, Output>,
  { base, theirs, mine }: { base: Input; theirs: Input; mine: Input },
): Collision[] {
  const mineChanged = new Set(fieldChanges(form, base, mine).map((change) => change.field))
  const different = new Set(fieldChanges(form, theirs, mine).map((change) => change.field))
  return fieldChanges(form, base, theirs)
    .filter((change) => different.has(change.field))
    .flatMap(({ field, label, before, after }): Collision[] => {
      const parts = readParts(form, field, [base, theirs, mine])
      if (parts !== undefined) return parts.flatMap((part) => partCollision(field, part))
      const own = inWords(readField(form.schema, field, mine), formatOf(form.fields, field))
      return [{ field, label, base: before, theirs: after, mine: own, isMineChanged: mineChanged.has(field) }]
    })
}

type PartReading = NonNullable<ReturnType<typeof readParts>>[number]

function partCollision(field: string, { part, label, say, texts: [old, their, my] }: PartReading): Collision[] {
  if (old === their || their === my) return []
  return [{ field, part, label, base: say(old), theirs: say(their), mine: say(my), isMineChanged: old !== my }]
}

/** What stands in the form, but with their side of these collisions. */
export function takeTheirs<Input extends FieldValues, Output>(
  fields: FieldTexts<Output>,
  { mine, theirs }: { mine: Input; theirs: Input },
  collisions: readonly Pick<Collision, 'field' | 'part'>[],
): Input {
  const taken: Record<string, unknown> = { ...mine }
  for (const { field, part } of collisions) {
    const { parts } = fields[field as keyof Output & string]
    taken[field] =
      part === undefined || parts === undefined
        ? theirs[field]
        : takePart(taken[field] as never[], theirs[field] as never[], (row) => parts.keyOf(row) === part)
  }
  return taken as Input
}

function takePart(rows: readonly never[], theirs: readonly never[], isIt: (row: never) => boolean): never[] {
  const wanted = theirs.filter(isIt)
  const at = rows.findIndex(isIt)
  return at === -1 ? [...rows, ...wanted] : rows.toSpliced(at, 1, ...wanted)
}

interface Reading {
  readonly value: unknown
  readonly isValid: boolean
}

function readField<Input extends FieldValues, Output extends FieldValues>(
  schema: FormSchema<Input, Output>,
  field: string,
  values: Input,
): Reading {
  const parsed = schema.shape[field]?.safeParse(values[field])
  return parsed?.success === true ? { value: parsed.data, isValid: true } : { value: values[field], isValid: false }
}

function inWords({ value, isValid }: Reading, format: (value: never) => ReactNode): ReactNode {
  // The schema of this very field made the value, so it is what `format` takes.
  if (isValid) return format(value as never)
  return typeof value === 'string' ? value : 'not valid yet'
}

function formatOf<Output>(fields: FieldTexts<Output>, field: string) {
  return fields[field as keyof Output & string].format
}

/** The names of a form's fields in their order on screen. */
export function fieldNames<Output>(fields: FieldTexts<Output>): (keyof Output & string)[] {
  return Object.keys(fields) as (keyof Output & string)[]
}

/** Equal as JSON has it, whatever the order of keys. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  const keys = Object.keys(one)
  if (Array.isArray(one) !== Array.isArray(other) || keys.length !== Object.keys(other).length) return false
  return keys.every((key) => Object.hasOwn(other, key) && isSame(Reflect.get(one, key), Reflect.get(other, key)))
}
