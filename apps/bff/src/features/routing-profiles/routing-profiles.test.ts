import { expect, test } from 'vitest'
import { openConsole } from '../testing/open-console.ts'

test('all routing profiles by name', async () => {
  await using world = await openConsole({ spec: { routingProfiles: 14 } })
  const auditor = await world.signIn('auditor')
  const { status, body } = await auditor.get(`${world.base}/routing-profiles`)
  expect([status, body.total, body.items.length, body.complete]).toEqual([200, 14, 14, true])
  const names = (body.items as unknown as { name: string }[]).map(({ name }) => name)
  expect(names).toEqual(names.toSorted(new Intl.Collator('en').compare))
  expect(names).toContain('日本語サポート')
})
