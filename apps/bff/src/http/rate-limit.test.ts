import { expect, it } from 'vitest'
import { addressOf } from './rate-limit.ts'

it.each([
  ['203.0.113.7', 'address 203.0.113.7'],
  ['::ffff:203.0.113.7', 'address 203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', 'network 2001:db8:1:2'],
  ['2001:db8:1:2::', 'network 2001:db8:1:2'],
  ['2001:0DB8:1:2:ffff::1', 'network 2001:db8:1:2'],
  ['2001:db8::9', 'network 2001:db8:0:0'],
  ['::1', 'network 0:0:0:0'],
  ['fe80::1%eth0', 'network fe80:0:0:0'],
  [undefined, 'address '],
])('counts %s as %s', (ip, who) => expect(addressOf(ip)).toBe(who))
