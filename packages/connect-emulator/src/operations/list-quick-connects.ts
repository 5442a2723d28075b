import type { ListQuickConnectsRequest, ListQuickConnectsResponse } from '@aws-sdk/client-connect'
import { defineInstanceOrArnOperation } from '../operation.ts'
import { pageOfRows } from '../page.ts'
import { arnOf } from '../rules/arn.ts'

/** Its page says that it takes the instance's ARN as well as its id (WIRE-09). Where a quick connect leads to it does not tell. */
export const listQuickConnects = defineInstanceOrArnOperation<ListQuickConnectsRequest, ListQuickConnectsResponse>(
  'ListQuickConnects',
  (input, instance, { now }) => {
    const types = input.QuickConnectTypes?.length ? new Set(input.QuickConnectTypes) : undefined
    const rows = instance.quickConnects.filter(({ config }) => types?.has(config.QuickConnectType ?? 'USER') ?? true)
    const { items, nextToken } = pageOfRows('ListQuickConnects', rows, input, now())
    return {
      QuickConnectSummaryList: items.map((quickConnect) => ({
        Id: quickConnect.id,
        Arn: arnOf(instance, 'transfer-destination', quickConnect.id),
        Name: quickConnect.name,
        QuickConnectType: quickConnect.config.QuickConnectType,
        LastModifiedTime: new Date(quickConnect.lastModifiedTime),
        LastModifiedRegion: quickConnect.lastModifiedRegion,
      })),
      NextToken: nextToken,
    }
  },
)
