import type { QuickConnect, QuickConnectConfig } from '@aws-sdk/client-connect'
import type { Checked } from '../operation.ts'
import type { Instance } from '../state/instance.ts'
import type { QuickConnectRecord } from '../state/records.ts'
import { invalidParameter, notFound } from '../wire/aws-error.ts'
import { arnOf } from './arn.ts'
import { requireUser } from './user.ts'

/** @throws AwsError ResourceNotFoundException */
export function requireQuickConnect(instance: Instance, id: string): QuickConnectRecord {
  const quickConnect = instance.quickConnects.read(id)
  if (!quickConnect) throw notFound(`Quick connect ${id.slice(0, 100)} was not found`)
  return quickConnect
}

const CONFIG_OF = { USER: 'UserConfig', QUEUE: 'QueueConfig', PHONE_NUMBER: 'PhoneConfig', FLOW: 'FlowConfig' } as const

/**
 * The type's own configuration has to be there, and whom or what it leads to. That no other configuration may stand beside
 * it is assumed; flows are not emulated, so any flow id will do.
 * @throws AwsError InvalidParameterException, ResourceNotFoundException
 */
export function requireQuickConnectConfig(instance: Instance, config: Checked<QuickConnectConfig>): void {
  const own = CONFIG_OF[config.QuickConnectType]
  for (const member of Object.values(CONFIG_OF)) {
    if (member === own && !config[member])
      throw invalidParameter(`${member} is required for ${config.QuickConnectType}`)
    if (member !== own && config[member]) throw invalidParameter(`${member} is not for ${config.QuickConnectType}`)
  }
  if (config.UserConfig) requireUser(instance, config.UserConfig.UserId)
  const queueId = config.QueueConfig?.QueueId
  if (queueId !== undefined && !instance.queues.get(queueId))
    throw notFound(`Queue ${queueId.slice(0, 100)} was not found`)
}

/** What DescribeQuickConnect and SearchQuickConnects both tell. */
export function quickConnectAnswer(instance: Instance, quickConnect: QuickConnectRecord): QuickConnect {
  return {
    QuickConnectARN: arnOf(instance, 'transfer-destination', quickConnect.id),
    QuickConnectId: quickConnect.id,
    Name: quickConnect.name,
    Description: quickConnect.description,
    QuickConnectConfig: quickConnect.config,
    Tags: { ...quickConnect.tags },
    LastModifiedTime: new Date(quickConnect.lastModifiedTime),
    LastModifiedRegion: quickConnect.lastModifiedRegion,
  }
}
