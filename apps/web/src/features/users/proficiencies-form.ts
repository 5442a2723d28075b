import { proficienciesWrite, type Proficiency, type UserProficiencies } from '@patchbay/contract'
import { z } from 'zod'
import type { FieldTexts } from '../../forms/changes.ts'

/** One line of the field: a level is a text while it is chosen. */
export interface ProficiencyRow {
  readonly attributeName: string
  readonly attributeValue: string
  readonly level: string
}

export const emptyRow: ProficiencyRow = { attributeName: '', attributeValue: '', level: '' }

const written = proficienciesWrite.shape.proficiencies
export const mostProficiencies = 10

const toProficiency = ({ level, ...named }: ProficiencyRow) => ({ ...named, level: level === '' ? NaN : Number(level) })

const isSameSkill = (one: ProficiencyRow, other: ProficiencyRow) =>
  one.attributeName === other.attributeName && one.attributeValue === other.attributeValue

/** What is wrong with one line by itself or beside the others. */
export function findProficiencyFault(row: ProficiencyRow, rows: readonly ProficiencyRow[]): string | undefined {
  if (row.attributeName === '') return 'Choose an attribute.'
  if (row.attributeValue === '') return 'Choose a value.'
  if (row.level === '') return 'Choose a level from 1 to 5.'
  if (rows.filter((other) => isSameSkill(row, other)).length > 1) return 'This proficiency is there twice.'
  return written.element.safeParse(toProficiency(row)).error?.issues[0]?.message
}

const proficiencyRows = z
  .array(z.object({ attributeName: z.string(), attributeValue: z.string(), level: z.string() }))
  .check(({ value, issues }) => {
    for (const row of value) {
      const message = findProficiencyFault(row, value)
      if (message === undefined) continue
      const name = sayName(row)
      issues.push({ code: 'custom', input: row, message: row.attributeValue === '' ? message : `${name}: ${message}` })
    }
  })
  // A set: in which order they stand is no change.
  .transform((rows) => rows.map(toProficiency).toSorted((a, b) => (sayName(a) < sayName(b) ? -1 : 1)))
  .pipe(written)

function sayName({ attributeName, attributeValue }: Pick<Proficiency, 'attributeName' | 'attributeValue'>): string {
  return `${attributeName}: ${attributeValue}`
}

export const proficienciesForm = z.object({ proficiencies: proficiencyRows })

export const proficienciesTexts: FieldTexts<z.output<typeof proficienciesForm>> = {
  proficiencies: {
    label: 'Proficiencies',
    format: (all) => all.map((one) => `${sayName(one)} (${one.level})`).join(', ') || 'None',
    parts: {
      of: (all) => all.map((one) => ({ key: sayName(one), label: sayName(one), text: `Level ${one.level}` })),
      keyOf: sayName,
      absent: 'None',
    },
  },
}

export function toProficienciesForm({ proficiencies, version }: Pick<UserProficiencies, 'proficiencies' | 'version'>) {
  const rows = proficiencies.map(({ level, ...named }): ProficiencyRow => ({ ...named, level: String(level) }))
  return { version, values: { proficiencies: rows } }
}
