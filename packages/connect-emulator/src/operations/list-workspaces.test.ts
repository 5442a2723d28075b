import { ListWorkspacesCommand, paginateListWorkspaces } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { outcomeOf, startWorld } from '../testing/test-world.ts'

test('pages of at most 100 (CONS-06)', async () => {
  const { client, instanceId: InstanceId } = await startWorld({ workspaces: 8 })
  const names = []
  for await (const page of paginateListWorkspaces({ client, pageSize: 3 }, { InstanceId })) {
    names.push(...(page.WorkspaceSummaryList ?? []).map((workspace) => workspace.Name))
  }
  expect(new Set(names).size).toBe(8)
  expect(await outcomeOf(client.send(new ListWorkspacesCommand({ InstanceId, MaxResults: 101 })))).toBe(
    'InvalidParameterException',
  )
})
