import type { CreateQuickConnectRequest, CreateQuickConnectResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { arnOf } from '../rules/arn.ts'
import { requireQuickConnectConfig } from '../rules/quick-connect.ts'
import { requireRoom } from '../rules/quota.ts'
import { duplicate } from '../wire/aws-error.ts'

export const createQuickConnect = defineInstanceOperation<CreateQuickConnectRequest, CreateQuickConnectResponse>(
  'CreateQuickConnect',
  (input, instance, { world, newId, now }) => {
    if (instance.quickConnects.find(({ name }) => name === input.Name)) {
      throw duplicate(`A quick connect named ${input.Name} already exists`)
    }
    requireQuickConnectConfig(instance, input.QuickConnectConfig)
    requireRoom(instance, 'quickConnects')
    const id = newId()
    instance.quickConnects.put({
      id,
      seq: world.nextSeq(),
      name: input.Name,
      description: input.Description,
      config: input.QuickConnectConfig,
      tags: input.Tags ?? {},
      lastModifiedTime: now(),
      lastModifiedRegion: instance.record.region,
    })
    return { QuickConnectId: id, QuickConnectARN: arnOf(instance, 'transfer-destination', id) }
  },
)
