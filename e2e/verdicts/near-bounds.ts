import fc from 'fast-check'

/** Characters over which checks stumble: controls, blanks, right-to-left marks, combining marks, astral ones, halves of pairs, look-alikes. */
const oddities = [
  '\0',
  '\u0007',
  '\t',
  '\n',
  '\r',
  ' ',
  '\u00A0',
  '\u3000',
  '\u200B',
  '\u202E',
  '\uFEFF',
  '\u0301',
  'e\u0301',
  '😀',
  '𝒜',
  '👨‍👩‍👧',
  '\uD83D',
  '\uDC00',
  '０',
  '１',
  '＋',
  '\u212B',
  'ﬁ',
  '\u1112\u1161',
  'ß',
  'İ',
  'ї',
  '中',
  'א',
  'a',
  'Z',
  '0',
  '9',
  '+',
  '-',
  '.',
  '@',
  '_',
  '%',
  '/',
  ':',
  '=',
  '\\',
  '"',
  '<',
  '&',
  "'",
  ',',
  '{',
]
const odd = fc.constantFrom(...oddities)
const fillers = fc.constantFrom('a', 'Z', '0', 'é', 'e\u0301', '😀', ' ', '\u212B', '中')
/** Of all there are. `unit: 'binary'` makes a table of them first, in the time of 5,000 inputs. */
const anyCharacter = fc.integer({ min: 0, max: 0x10_ff_ff }).map((point) => String.fromCodePoint(point))

/** Texts of every length that matters to a bound, of every character that may count twice or not at all. */
export function textNear(min: number, max: number): fc.Arbitrary<string> {
  const counts = [0, 1, min - 1, min, min + 1, max - 2, max - 1, max, max + 1, max + 2, 2 * max].filter((n) => n >= 0)
  const atBound = fc
    .tuple(fillers, fc.constantFrom(...counts), fc.array(odd, { maxLength: 3 }), fc.boolean())
    .map(([filler, count, extra, isFirst]) => {
      const rest = filler.repeat(Math.max(0, count - extra.length))
      return isFirst ? `${extra.join('')}${rest}` : `${rest}${extra.join('')}`
    })
  return fc.oneof(
    { weight: 5, arbitrary: atBound },
    { weight: 3, arbitrary: fc.array(odd, { maxLength: 6 }).map((parts) => parts.join('')) },
    { weight: 1, arbitrary: fc.string({ unit: anyCharacter, maxLength: 12 }) },
    { weight: 1, arbitrary: fc.constantFrom('', ' ', '   ', '\u00A0', '\t\n', '__proto__', 'constructor') },
  )
}

const digits = (counts: readonly number[]) =>
  fc
    .constantFrom(...counts)
    .chain((length) => fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((all) => all.join('')))

/** E.164 and what nearly is: pasted from tickets, in full-width digits, too short, too long. */
export const phoneNumber: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom('+1', '+9', '+4'), digits([0, 1, 2, 12, 13, 14, 15]))
      .map((parts) => parts.join('')),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('+0', '00', '', '＋4', '+１', '++4', '+a'), digits([1, 10, 14]))
      .map((parts) => parts.join('')),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(digits([2, 6]), odd, digits([2, 6])).map(([one, sign, two]) => `+4${one}${sign}${two}`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', ' ', '+', '+44 20 7946 0958', '+44-20\u20117946', '+442079460958\n', '(+44)207'),
  },
)

/** Addresses whose parts stand at the bounds of the pattern: 265 in all, 2 to 63 in the last part (USR-08). */
export const emailAddress: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(1, 2, 5, 63, 64), fc.constantFrom(0, 10, 263, 264, 265, 266, 267))
      .map(([last, total]) => {
        const end = `@b.${'c'.repeat(last)}`
        return `${'a'.repeat(Math.max(1, total - end.length))}${end}`
      }),
  },
  { weight: 3, arbitrary: fc.tuple(odd, odd).map(([local, domain]) => `x${local}y@exa${domain}mple.com`) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      'ada@example.com',
      ' ada@example.com ',
      '\u00A0a@b.co\n',
      '@b.co',
      'a@.co',
      'a@b',
      'a@b..co',
      'a@@b.co',
      'a%+-_.@b.co',
      'a@b.c0',
      'a@b.co.',
    ),
  },
  { weight: 1, arbitrary: odd.map((character) => `ada@example.com${character}`) },
)

/** User names of both kinds of instances, with @ as in an address and otherwise (USR-01). */
export const username: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom('a', 'Z', '0', '_', '-', '.', '\\'),
        fc.constantFrom(1, 18, 19, 20, 21, 63, 64, 65, 100, 101),
      )
      .map(([character, count]) => character.repeat(count)),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(odd, fc.constantFrom(0, 1, 17, 18, 19, 62, 63))
      .map(([character, count]) => `${'u'.repeat(count)}${character}`),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'testuser@example.com',
      'testuser@example',
      'a\\b@example.com',
      'a+b%c@example.com',
      '@b.co',
      'a@@b.co',
      'a@b.co@c.de',
      'A.b-c_d',
      'müller',
      '',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(1, 2, 63, 64).map((last) => `a@b.${'c'.repeat(last)}`) },
  { weight: 1, arbitrary: textNear(1, 20) },
)

/** USR-05, with characters that are two units of UTF-16. */
export const password: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom('aA1', 'aA', 'a1', 'A1', 'aA１', ''),
        fc.constantFrom('x', '😀', 'é', '!'),
        fc.constantFrom(4, 5, 60, 61, 62),
      )
      .map(([start, filler, count]) => `${start}${filler.repeat(count)}`),
  },
  { weight: 2, arbitrary: odd.map((character) => `Passw0rd${character}`) },
  { weight: 1, arbitrary: textNear(8, 64) },
)

const near = (...bounds: readonly number[]) =>
  fc.constantFrom(...bounds.flatMap((bound) => [bound - 1, bound, bound + 1]))

/** After-contact work as it is typed (PHONE-03). */
export const duration: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: near(0, 60, 2_000_000).map(String) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '2,000,000',
      '2,000,001',
      '1:30',
      '555:33:20',
      '555:33:21',
      '23 d',
      '24d',
      '1 min 30 s',
      '0:00',
      '1:75',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      '1.5',
      '１２',
      '-5',
      '1e3',
      'ten',
      '٣',
      '9007199254740993',
      '99999999999999999999',
    ),
  },
  { weight: 1, arbitrary: odd.map((character) => `9${character}0`) },
)
