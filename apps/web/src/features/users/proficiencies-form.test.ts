import { expect, test } from 'vitest'
import { changesBetween } from '../../forms/changes.ts'
import {
  emptyRow,
  findProficiencyFault,
  proficienciesForm,
  proficienciesTexts,
  toProficienciesForm,
} from './proficiencies-form.ts'

const row = (attributeValue: string, level: string) => ({ attributeName: 'Skill', attributeValue, level })
const fraud = row('Fraud', '2')

test('lines become what is sent, in an order that says nothing of how they were chosen', () => {
  const { data } = proficienciesForm.safeParse({ proficiencies: [row('Technical', '1'), fraud] })
  expect(data?.proficiencies).toEqual([
    { attributeName: 'Skill', attributeValue: 'Fraud', level: 2 },
    { attributeName: 'Skill', attributeValue: 'Technical', level: 1 },
  ])
})

test.each([
  [emptyRow, [], 'Choose an attribute.'],
  [row('', '1'), [], 'Choose a value.'],
  [row('Fraud', ''), [], 'Choose a level from 1 to 5.'],
  [fraud, [row('Fraud', '5')], 'This proficiency is there twice.'],
  [row('Fraud', '6'), [], 'The level can be at most 5.'],
  [row('Fraud', '2.5'), [], 'The level has to be a whole number from 1 to 5.'],
  [fraud, [row('Technical', '2')], undefined],
])('%o beside %o: %s', (one, others, fault) => {
  expect(findProficiencyFault(one, [one, ...others])).toBe(fault)
  expect(proficienciesForm.safeParse({ proficiencies: [one, ...others] }).success).toBe(fault === undefined)
})

test('ten are allowed, eleven are not (OTH-02)', () => {
  const many = (count: number) => ({ proficiencies: Array.from({ length: count }, (_, at) => row(`v${at}`, '3')) })
  expect(proficienciesForm.safeParse(many(10)).success).toBe(true)
  expect(proficienciesForm.safeParse(many(11)).error?.issues[0]?.message).toContain('at most 10')
})

test('each proficiency that changes is told by itself', () => {
  const held = [{ attributeName: 'Skill', attributeValue: 'Fraud', level: 2 }]
  const { values } = toProficienciesForm({ proficiencies: held, version: 'v1' })
  const form = { schema: proficienciesForm, fields: proficienciesTexts }
  const after = { proficiencies: [row('Fraud', '4'), row('Technical', '1')] }
  expect(changesBetween(form, values, after)).toMatchObject([
    { label: 'Skill: Fraud', before: 'Level 2', after: 'Level 4' },
    { label: 'Skill: Technical', before: 'None', after: 'Level 1' },
  ])
})
