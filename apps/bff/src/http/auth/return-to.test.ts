import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeReturnTo } from './return-to.ts'

describe('safeReturnTo', () => {
  it.each(['/', '/meridian/users?filter=a%20b&page=2#top', '/meridian/users/1', '/authors', '/apis/x'])(
    'keeps %s',
    (path) => {
      expect(safeReturnTo(path)).toBe(path)
    },
  )

  it.each([
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    'evil.example',
    '',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    '/..//evil.example',
    '/.//evil.example',
    '/%0d%0aLocation:%20//evil.example\r\n',
    '/auth/sign-in',
    '/x/../auth/sign-in',
    '/api/session',
    `/${'a'.repeat(2_000)}`,
    undefined,
    ['/a', '/b'],
  ])('answers / for %j', (value) => {
    expect(safeReturnTo(value)).toBe('/')
  })

  it('never leaves the origin, whatever a browser makes of it', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '@',
      ':',
      '//',
      '%2f',
      '%5c',
      '?',
      '#',
      '\t',
      '\n',
      'evil.example',
      'http:',
      'a',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const answer = safeReturnTo(pieces.join(''))
        expect(answer).toMatch(/^\/(?![/\\])/)
        expect(new URL(answer, 'https://patchbay.example').origin).toBe('https://patchbay.example')
      }),
      { numRuns: 2_000 },
    )
  })
})
