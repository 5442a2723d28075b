import { paginateListUserHierarchyGroups } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { startWorld } from '../testing/test-world.ts'

test('rows have neither parent nor level, and pages cover all groups (HIER-10)', async () => {
  const { client, instanceId: InstanceId, arn } = await startWorld({ hierarchyGroups: 180 })
  const rows = []
  for await (const page of paginateListUserHierarchyGroups({ client, pageSize: 50 }, { InstanceId })) {
    rows.push(...(page.UserHierarchyGroupSummaryList ?? []))
  }
  expect(rows).toHaveLength(180)
  expect(rows[0]).toEqual({
    Id: rows[0]?.Id,
    Arn: `${arn}/agent-group/${rows[0]?.Id}`,
    Name: expect.any(String),
    LastModifiedTime: expect.any(Date),
    LastModifiedRegion: 'us-east-1',
  })
})
