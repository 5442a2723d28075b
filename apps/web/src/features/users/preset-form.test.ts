import type { Phone, Preset } from '@patchbay/contract'
import { describe, expect, it } from 'vitest'
import { phoneAfter, sayPreset } from './preset-form.ts'

const phone: Phone = {
  phoneType: 'DESK_PHONE',
  autoAccept: true,
  afterContactWorkSeconds: 30,
  deskPhoneNumber: '+4930123',
}
const preset = (settings: Partial<Preset['phone']>): Preset => ({
  name: 'One',
  phone: { phoneType: null, autoAccept: null, afterContactWorkSeconds: null, ...settings },
})

describe('a reset', () => {
  it('leaves what the preset does not name', () => {
    expect(phoneAfter(preset({ afterContactWorkSeconds: 0 }), phone, '+4930123')).toEqual({
      ...phone,
      afterContactWorkSeconds: 0,
    })
    expect(phoneAfter(preset({ autoAccept: false }), phone, '+4930123')).toEqual({ ...phone, autoAccept: false })
  })

  it('to a desk phone takes the number that was typed, to a soft phone leaves the old one alone', () => {
    const soft = { ...phone, phoneType: 'SOFT_PHONE' as const }
    expect(phoneAfter(preset({ phoneType: 'DESK_PHONE' }), soft, '+4930999').deskPhoneNumber).toBe('+4930999')
    expect(phoneAfter(preset({ phoneType: 'SOFT_PHONE' }), phone, '+4930999')).toMatchObject({
      phoneType: 'SOFT_PHONE',
      deskPhoneNumber: '+4930123',
    })
  })
})

it('a preset says what it sets, and nothing of what it leaves', () => {
  expect(sayPreset(preset({ phoneType: 'SOFT_PHONE', autoAccept: false, afterContactWorkSeconds: 60 }))).toBe(
    'Soft phone, auto-accept off, after-contact work 1 min',
  )
  expect(sayPreset(preset({ afterContactWorkSeconds: 0 }))).toBe('After-contact work without limit')
  expect(sayPreset(preset({ autoAccept: true }))).toBe('Auto-accept on')
})
