import { z } from 'zod'

export const securityProfileListSearch = z.object({})
export const securityProfileCreateSearch = z.object({})
export const securityProfileSearch = z.object({})
