import { z } from 'zod'
import { listOf } from '../fields.ts'

/** A transfer target of the contact control panel, by the name that agents see. */
export const quickConnect = z.object({ id: z.string(), name: z.string(), description: z.string().nullable() })
export type QuickConnect = z.infer<typeof quickConnect>

export const quickConnectList = listOf(quickConnect)
export type QuickConnectList = z.infer<typeof quickConnectList>
