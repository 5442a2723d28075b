import type { DescribePredefinedAttributeRequest, DescribePredefinedAttributeResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { predefinedAttributeAnswer } from '../rules/predefined-attribute.ts'
import { requirePredefinedAttribute } from '../rules/proficiency.ts'

export const describePredefinedAttribute = defineInstanceOperation<
  DescribePredefinedAttributeRequest,
  DescribePredefinedAttributeResponse
>('DescribePredefinedAttribute', ({ Name }, instance) => ({
  PredefinedAttribute: predefinedAttributeAnswer(requirePredefinedAttribute(instance, Name)),
}))
