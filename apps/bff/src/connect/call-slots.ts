import type { CallQuota } from './quota-table.ts'

/** Where the leave to call an operation comes from: the memory of one process, or a store that replicas share. */
export interface CallSlots {
  /** 0: a slot was taken. Else milliseconds after which to ask again; nothing is reserved meanwhile. */
  tryTake(operation: string, quota: CallQuota): number | Promise<number>
}
