import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instanceArn, parseArn } from './arn.ts'

const kinds = [
  'agent',
  'agent-group',
  'agent-group-level',
  'agent-state',
  'queue',
  'routing-profile',
  'security-profile',
  'workspace',
  'view',
  'contact-flow',
]

test('reads what it writes, in every form (ARN-01)', () => {
  const id = fc.uuid()
  fc.assert(
    fc.property(
      fc.constantFrom('us-east-1', 'eu-central-1', 'ap-southeast-2'),
      id,
      fc.constantFrom(...kinds),
      id,
      (region, instanceId, kind, resourceId) => {
        const arn = instanceArn(region, instanceId)
        expect(parseArn(arn)).toEqual({ region, accountId: '123456789012', instanceId })
        expect(parseArn(`${arn}/${kind}/${resourceId}`)).toMatchObject({
          instanceId,
          resource: { kind, id: resourceId },
        })
      },
    ),
  )
})

test.each(['aws', 'aws-cn', 'aws-us-gov'])('knows the partition %s', (partition) => {
  expect(parseArn(`arn:${partition}:connect:us-east-1:123456789012:instance/i`)?.instanceId).toBe('i')
})

test.each([
  '',
  'arn',
  'arn:aws:connect:us-east-1:123456789012:instance/',
  'arn:aws:connect:us-east-1:123:instance/i',
  'arn:aws:wisdom:us-east-1:123456789012:instance/i',
  'arn:aws:connect:us-east-1:123456789012:instance/i/agent',
  'arn:aws:connect:us-east-1:123456789012:instance/i/agent/a/b',
  ' arn:aws:connect:us-east-1:123456789012:instance/i',
  'arn:aws:connect:us-east-1:123456789012:instance/i\n',
])('%j is none', (text) => {
  expect(parseArn(text)).toBeUndefined()
})
