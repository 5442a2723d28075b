import { expect, test } from 'vitest'
import { searchOf } from './pasted-search.ts'

const id = '47896e34-5676-4656-a7ca-f3b1b482e8f5'

test.for([
  ['  ada byron ', 'ada byron'],
  [id.toUpperCase(), id],
  [`“${id}”`, id],
  [`arn:aws:connect:eu-west-2:111122223333:instance/aaaaaaaa-1111-4222-8333-bbbbbbbbbbbb/agent/${id}`, id],
  [`https://patchbay.example/meridian/people/${id}?edit=phone`, id],
  ['+49 30 90 18-20', '+4930901820'],
  ['0049 (30) 901820', '4930901820'],
  ['030/901820', '30901820'],
  ['+44 20 7183 8750', '+442071838750'],
  ['agent 47', 'agent 47'],
  ['12345', '12345'],
  ['2026-11', '202611'],
  ['', ''],
] as const)('%j is looked for as %j', ([typed, wanted]) => expect(searchOf(typed)).toBe(wanted))
