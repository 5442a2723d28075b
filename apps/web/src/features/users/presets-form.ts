import { presetList, type Phone, type Preset, type Presets } from '@patchbay/contract'
import { z } from 'zod'
import type { FieldTexts } from '../../forms/changes.ts'
import { parseDuration, toDurationInput } from './after-contact-work.ts'
import { sayPreset } from './preset-form.ts'

/** One line of the form: everything as text, empty where the preset leaves a setting alone. */
export interface PresetRow {
  readonly name: string
  readonly phoneType: '' | Phone['phoneType']
  readonly autoAccept: '' | 'on' | 'off'
  readonly afterContactWork: string
}

export const emptyRow: PresetRow = { name: '', phoneType: '', autoAccept: '', afterContactWork: '' }

const text = z.object({
  name: z.string().trim(),
  phoneType: z.enum(['', 'SOFT_PHONE', 'DESK_PHONE']),
  autoAccept: z.enum(['', 'on', 'off']),
  afterContactWork: z.string().trim(),
})

/** What is wrong with one line by itself or beside the others. */
export function findPresetFault(row: PresetRow, rows: readonly PresetRow[]): string | undefined {
  if (rows.filter((other) => other.name.trim() === row.name.trim()).length > 1) return 'This name is there twice.'
  if (row.afterContactWork.trim() !== '' && parseDuration(row.afterContactWork) === undefined)
    return 'Type after-contact work as 90, 1:30 or 1 min 30 s, or leave it empty.'
  return presetList.safeParse([toPreset(row)]).error?.issues[0]?.message
}

export const presetsForm = z.object({
  items: z
    .array(text)
    .check((context) => {
      for (const row of context.value) {
        const message = findPresetFault(row, context.value)
        if (message !== undefined)
          context.issues.push({
            code: 'custom',
            input: row,
            message: row.name === '' ? message : `${row.name}: ${message}`,
          })
      }
    })
    .transform((rows) => rows.map(toPreset))
    .pipe(presetList),
})

function toPreset({ name, phoneType, autoAccept, afterContactWork }: PresetRow): Preset {
  return {
    name: name.trim(),
    phone: {
      phoneType: phoneType === '' ? null : phoneType,
      autoAccept: autoAccept === '' ? null : autoAccept === 'on',
      afterContactWorkSeconds: parseDuration(afterContactWork) ?? null,
    },
  }
}

export function toPresetsForm({ items, version }: Presets) {
  const rows = items.map(({ name, phone }): PresetRow => ({
    name,
    phoneType: phone.phoneType ?? '',
    autoAccept: phone.autoAccept === null ? '' : phone.autoAccept ? 'on' : 'off',
    afterContactWork: phone.afterContactWorkSeconds === null ? '' : toDurationInput(phone.afterContactWorkSeconds),
  }))
  return { version, values: { items: rows } }
}

export const presetsTexts: FieldTexts<z.output<typeof presetsForm>> = {
  items: {
    label: 'Presets',
    format: (items) => items.map((one) => `${one.name} (${sayPreset(one)})`).join('; ') || 'None',
  },
}
