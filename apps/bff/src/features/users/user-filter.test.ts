import { describe, expect, test } from 'vitest'
import { requireUserFilter } from './user-filter.ts'

describe('a token that makes no sense', () => {
  test.each([
    ['phoneType', ':', 'SOFT', 'operator'],
    ['autoAccept', 'under', 'true', 'operator'],
    ['username', '<=', 'a', 'operator'],
    ['afterContactWorkSeconds', '^', '1', 'operator'],
    ['routingProfile', 'under', 'r1', 'operator'],
    ['phoneType', '=', 'FAX', 'value'],
    ['autoAccept', '=', 'yes', 'value'],
    ['afterContactWorkSeconds', '>=', '1.5', 'value'],
    ['afterContactWorkSeconds', '=', '', 'value'],
    ['hierarchyGroup', 'under', '', 'value'],
    ['pending', '=', 'maybe', 'value'],
    ['changed', ':', 'true', 'operator'],
    ['tag', 'under', 'Site', 'operator'],
  ] as const)('%s %s “%s” is refused at its %s', (property, operator, value, part) => {
    const sound = { property: 'username', operator: '=', value: 'x' } as const
    expect(() => requireUserFilter([sound, { property, operator, value }])).toThrow(
      expect.objectContaining({
        code: 'BAD_REQUEST',
        data: { fields: [expect.objectContaining({ field: `filter.1.${part}` })] },
      }),
    )
  })
})
