import type { ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import type { z } from 'zod'

/** What a form says about one of its fields outside of the control itself. */
interface FieldText<Value> {
  readonly label: string
  /** The value in words, for before → after. */
  readonly format: (value: Value) => ReactNode
  /** Of a value made of parts that change by themselves, tags for instance: what each is called, and says. */
  readonly parts?: (value: Value) => Readonly<Record<string, string>>
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
  { schema, fields }: FormFields<Input, Output>,
  before: Input,
  after: Input,
): Change[] {
  return fieldChanges({ schema, fields }, before, after).flatMap((change) => {
    const { parts } = fields[change.field as keyof Output & string]
    const [from, to] = [before, after].map((values) => readField(schema, change.field, values))
    if (parts === undefined || from?.isValid !== true || to?.isValid !== true) return [change]
    // As in `inWords`: the schema of this very field made the values.
    const [old, now] = [parts(from.value as never), parts(to.value as never)]
    return Object.keys({ ...old, ...now })
      .filter((part) => old[part] !== now[part])
      .map((part) => ({ ...change, label: part, before: old[part] ?? 'None', after: now[part] ?? 'None' }))
  })
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
  readonly label: string
  readonly base: ReactNode
  readonly theirs: ReactNode
  readonly mine: ReactNode
  /** False: the person left the field alone, so that theirs is the likely choice. */
  readonly isMineChanged: boolean
}

/** The fields that someone else changed between `base` and `theirs`, beside what stands in the form. */
export function collisionsBetween<Input extends FieldValues, Output extends FieldValues>(
  form: FormFields<Input, Output>,
  { base, theirs, mine }: { base: Input; theirs: Input; mine: Input },
): Collision[] {
  const mineChanged = new Set(fieldChanges(form, base, mine).map((change) => change.field))
  const different = new Set(fieldChanges(form, theirs, mine).map((change) => change.field))
  return fieldChanges(form, base, theirs)
    .filter((change) => different.has(change.field))
    .map(({ field, label, before, after }) => ({
      field,
      label,
      base: before,
      theirs: after,
      mine: inWords(readField(form.schema, field, mine), formatOf(form.fields, field)),
      isMineChanged: mineChanged.has(field),
    }))
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
