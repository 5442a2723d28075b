import { SearchPredefinedAttributesCommand } from '@aws-sdk/client-connect'
import type { PredefinedAttribute } from '@patchbay/contract'
import type { ConnectInstance } from '../connect-door.ts'
import { malformed, readAllPages } from '../read-all-pages.ts'
import type { CallOptions } from '../upstream.ts'

/** All predefined attributes of an instance with their values, which ListPredefinedAttributes does not tell. */
export async function searchPredefinedAttributes(
  { info, upstream }: Pick<ConnectInstance, 'info' | 'upstream'>,
  options: CallOptions,
): Promise<PredefinedAttribute[]> {
  const rows = await readAllPages((NextToken) =>
    upstream.call(
      'SearchPredefinedAttributes',
      async (client, send) => {
        const command = new SearchPredefinedAttributesCommand({ InstanceId: info.id, MaxResults: 100, NextToken })
        const answer = await client.send(command, send)
        return { rows: answer.PredefinedAttributes, nextToken: answer.NextToken }
      },
      options,
    ),
  )
  return rows.map(({ Name, Values }) => {
    if (Name === undefined) throw malformed('a predefined attribute without a name')
    return { name: Name, values: Values?.StringList ?? [] }
  })
}
