import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createLog } from './log.ts'

function logged(fields: object): string {
  let line = ''
  createLog('info', { write: (written: string) => void (line += written) }).info(fields, 'test')
  return line
}

it.each([
  ['a line break', 'a\r\n{"level":60}'],
  ['an escape sequence', '\u001b[2J'],
  ['an escape sequence of one byte', '\u009b2J'],
  ['a turned direction', 'gnp.\u202eexe'],
  ['something invisible', 'a\u200bb\u{e0041}'],
  ['a line separator', 'a\u2028b\u2029c'],
  ['half a character', 'a\ud800'],
])('writes %s as an escape, on one line, and loses nothing of it', (_what, reason) => {
  const line = logged({ reason })
  expect(line).toMatch(/^[\u0020-\u007e]+\n$/)
  expect(JSON.parse(line)).toMatchObject({ reason, msg: 'test' })
})

/** Of all there are. `unit: 'binary'` makes a table of them first, which takes a second. */
const anyCharacter = fc.integer({ min: 0, max: 0x10_ff_ff }).map((point) => String.fromCodePoint(point))

it('is one line of JSON whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), (reason) => {
      const line = logged({ reason, err: new Error(reason) })
      expect(line.split(/[\r\n\u2028\u2029\u0085]/)).toHaveLength(2)
      expect(JSON.parse(line)).toMatchObject({ reason, err: { message: reason } })
    }),
  )
})
