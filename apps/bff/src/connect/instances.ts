import { ListInstancesCommand, type InstanceSummary } from '@aws-sdk/client-connect'
import { identityManagementType, reservedNames, type Instance } from '@patchbay/contract'
import { readAllPages } from './read-all-pages.ts'
import type { Upstream } from './upstream.ts'

/** An instance with what only the server needs of it. */
export interface FoundInstance {
  readonly info: Instance
  readonly arn: string
}

/** The active instances of account and Region that the allow-list names by alias or id, by alias. */
export async function readInstances(
  upstream: Upstream,
  allowed: readonly string[] | 'all',
  signal?: AbortSignal,
): Promise<readonly FoundInstance[]> {
  const summaries = await readAllPages((nextToken) =>
    upstream.call(
      'ListInstances',
      async (client, options) => {
        const answer = await client.send(new ListInstancesCommand({ MaxResults: 10, NextToken: nextToken }), options)
        return { rows: answer.InstanceSummaryList, nextToken: answer.NextToken }
      },
      { signal },
    ),
  )
  return summaries
    .flatMap(foundInstance)
    .filter(({ info }) => allowed === 'all' || allowed.includes(info.alias) || allowed.includes(info.id))
    .sort((a, b) => (a.info.alias < b.info.alias ? -1 : 1))
}

function foundInstance(summary: InstanceSummary): FoundInstance[] {
  const { Id: id, Arn: arn, InstanceAlias: alias, InstanceStatus: status } = summary
  const kind = identityManagementType.safeParse(summary.IdentityManagementType)
  if (!id || !arn || !alias || status !== 'ACTIVE' || !kind.success) return []
  // Its alias would lead to something else.
  const name = reservedNames.has(alias) ? id : alias
  // arn:aws:connect:<region>:<account>:instance/<id>
  return [{ arn, info: { alias: name, id, region: arn.split(':')[3] ?? '', identityManagementType: kind.data } }]
}
