import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { instanceAlias, listOf } from '../fields.ts'

/** What proficiencies are made of: an attribute of the instance and the values that it can have (OTH-02). */
export const predefinedAttribute = z.object({ name: z.string(), values: z.array(z.string()) })
export type PredefinedAttribute = z.infer<typeof predefinedAttribute>

export const predefinedAttributesContract = {
  list: endpoint({
    right: 'users.read',
    method: 'GET',
    path: '/{instance}/predefined-attributes',
    summary: 'All predefined attributes with their values',
  })
    .input(z.strictObject({ instance: instanceAlias }))
    .output(listOf(predefinedAttribute)),
}
