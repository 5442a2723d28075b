import { expect, test } from 'vitest'
import { FlagError, HELP, readFlags } from './flags.ts'

test('what is not said has its default', () => {
  expect(readFlags([])).toEqual({
    help: false,
    port: 4401,
    host: '127.0.0.1',
    dataDir: undefined,
    throttles: 'aws',
    alias: 'meridian',
    users: 1200,
    seed: 1,
    region: 'us-east-1',
    credentials: {},
  })
})

test('takes every flag, and the -- that pnpm passes on', () => {
  const args =
    '-- --port 0 --host ::1 --data-dir /d --throttles off --alias owls --users 5 --seed 7 --region eu-west-1 --credentials a:b,c:d:e'
  expect(readFlags(args.split(' '))).toEqual({
    help: false,
    port: 0,
    host: '::1',
    dataDir: '/d',
    throttles: 'off',
    alias: 'owls',
    users: 5,
    seed: 7,
    region: 'eu-west-1',
    credentials: { a: 'b', c: 'd:e' },
  })
})

test('the help tells every flag', () => {
  for (const name of [
    'port',
    'host',
    'data-dir',
    'users',
    'seed',
    'alias',
    'region',
    'throttles',
    'credentials',
    'help',
  ]) {
    expect(HELP).toContain(`--${name}`)
  }
})

test.each([
  ['--port http', '--port must be a whole number from 0 to 65535, not http'],
  ['--port 70000', '--port must be a whole number from 0 to 65535, not 70000'],
  ['--port 80.5', '--port must be a whole number'],
  ['--users=-5', '--users must be a whole number from 0 to 1000000, not -5'],
  ['--seed x', '--seed must be a whole number'],
  ['--throttles slow', '--throttles must be aws or off, not slow'],
  ['--credentials no-secret', '--credentials must be id:secret pairs'],
  ['--credentials :secret', '--credentials must be id:secret pairs'],
  ['--colour blue', '--colour'],
  ['surplus', 'surplus'],
  ['--port', 'argument missing'],
])('refuses %s in words', (args, message) => {
  expect(() => readFlags(args.split(' '))).toThrow(FlagError)
  expect(() => readFlags(args.split(' '))).toThrow(message)
})
