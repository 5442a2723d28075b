import type { View } from '@aws-sdk/client-connect'
import type { ViewRecord } from '../state/records.ts'
import type { Instance } from '../state/instance.ts'
import { notFound } from '../wire/aws-error.ts'

/**
 * A view by id or ARN, with or without a qualifier: a version, `$LATEST` or `$SAVED`. There is one version of each.
 * @throws AwsError ResourceNotFoundException
 */
export function requireView(instance: Instance, idOrArn: string): ViewRecord {
  const [, id = '', qualifier = '1'] = /^(?:arn:.*\/)?([^/:]+)(?::([^/:]+))?$/.exec(idOrArn) ?? []
  const view = instance.views.get(id)
  const known = view && (idOrArn.startsWith('arn:') ? idOrArn.startsWith(view.arn) : true)
  if (!known || !['1', '$LATEST', '$SAVED'].includes(qualifier))
    throw notFound(`View ${idOrArn.slice(0, 200)} was not found`)
  return view
}

/** A view as SearchViews gives it; DescribeView adds what its description says. */
export function viewAnswer(view: ViewRecord): View {
  return {
    Id: view.id,
    Arn: view.arn,
    Name: view.name,
    Status: 'PUBLISHED',
    Type: view.type,
    Description: view.description,
    Version: 1,
    Tags: { ...view.tags },
    CreatedTime: new Date(view.lastModifiedTime),
    LastModifiedTime: new Date(view.lastModifiedTime),
  }
}
