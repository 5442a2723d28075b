import type { UpdateInstanceAttributeRequest } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { invalidParameter } from '../wire/aws-error.ts'

export const updateInstanceAttribute = defineInstanceOperation<UpdateInstanceAttributeRequest, void>(
  'UpdateInstanceAttribute',
  ({ AttributeType, Value }, instance) => {
    if (Value !== 'true' && Value !== 'false') throw invalidParameter('Value must be true or false')
    instance.record = { ...instance.record, attributes: { ...instance.record.attributes, [AttributeType]: Value } }
  },
)
