import { z } from 'zod'
import { withChanges } from '../changes/change.ts'
import { endpoint } from '../endpoint.ts'
import { instanceAlias, reason, text, version } from '../fields.ts'
import { afterContactWorkSeconds, phoneType } from '../users/user-fields.ts'

/** What a reset sets. `null` leaves the setting as the person has it. A desk phone's number belongs to one person: never here. */
export const presetPhone = z.strictObject({
  phoneType: phoneType.nullable(),
  autoAccept: z.boolean('Auto-accept has to be on or off.').nullable(),
  afterContactWorkSeconds: afterContactWorkSeconds.nullable(),
})
export type PresetPhone = z.infer<typeof presetPhone>

export const preset = z.strictObject({
  name: text('The name', { min: 1, max: 60 }),
  phone: presetPhone.refine(
    (phone) => Object.values(phone).some((setting) => setting !== null),
    'A preset has to set something.',
  ),
})
export type Preset = z.infer<typeof preset>

/** In the order in which they are offered. */
export const presetList = z
  .array(preset)
  .max(50, 'There can be at most 50 presets.')
  .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'Each name can be there once.')

/** What is offered until an administrator says otherwise. */
export const standardPresets: readonly Preset[] = [
  {
    name: 'Standard soft phone',
    phone: { phoneType: 'SOFT_PHONE', autoAccept: false, afterContactWorkSeconds: 60 },
  },
  { name: 'Desk phone', phone: { phoneType: 'DESK_PHONE', autoAccept: false, afterContactWorkSeconds: 60 } },
]

export const presets = z.object({ items: presetList, version })
export type Presets = z.infer<typeof presets>

const inInstance = { instance: instanceAlias }

export const presetsContract = {
  read: endpoint({
    right: 'users.read',
    method: 'GET',
    path: '/{instance}/presets',
    summary: 'What a helpdesk reset can set',
  })
    .input(z.strictObject(inInstance))
    .output(presets),

  update: endpoint({
    right: 'presets.write',
    method: 'PUT',
    path: '/{instance}/presets',
    summary: 'Replace what a helpdesk reset can set',
  })
    .input(z.strictObject({ ...inInstance, version, reason, items: presetList }))
    .output(presets.extend(withChanges)),
}
