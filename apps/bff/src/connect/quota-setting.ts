import { z } from 'zod'
import { operationNames } from './operations.ts'
import type { CallQuota, CallQuotas } from './quota-table.ts'

const ENTRY = /^(\w+)\s*=\s*(\d{1,4}(?:\.\d{1,3})?)\s*\/\s*(\d{1,5})$/
const FORM = 'Give operations with calls a second and burst, as in DescribeUser=10/20, SearchUsers=5/10.'

function readEntry(entry: string): [operation: string, quota: CallQuota] | undefined {
  const [, operation, rate, burst] = ENTRY.exec(entry) ?? []
  if (operation === undefined || Number(rate) <= 0 || Number(burst) < 1) return undefined
  return [operation, { ratePerSecond: Number(rate), burst: Number(burst) }]
}

/** `DescribeUser=10/20, SearchUsers=5/10`: quotas that AWS raised for this account, as rate/burst. */
export const quotaSetting = z.string().transform((value, context): CallQuotas => {
  const quotas: Record<string, CallQuota> = {}
  const fail = (message: string) => context.addIssue({ code: 'custom', message })
  for (const entry of value.split(',').map((text) => text.trim())) {
    if (entry === '') continue
    const read = readEntry(entry)
    if (!read) fail(`"${entry}" is not a quota. ${FORM}`)
    else if (!operationNames.some((name) => name === read[0])) {
      fail(`Patchbay does not call ${read[0]}. Give some of ${operationNames.join(', ')}.`)
    } else if (Object.hasOwn(quotas, read[0])) fail(`${read[0]} is there twice. Give each operation once.`)
    else quotas[read[0]] = read[1]
  }
  return quotas
})
