import { createHash } from 'node:crypto'
import type { DescribeViewRequest, DescribeViewResponse } from '@aws-sdk/client-connect'
import { defineInstanceOrArnOperation } from '../operation.ts'
import { requireView, viewAnswer } from '../rules/view.ts'

export const describeView = defineInstanceOrArnOperation<DescribeViewRequest, DescribeViewResponse>(
  'DescribeView',
  (input, instance) => {
    const view = requireView(instance, input.ViewId)
    const Content = { InputSchema: view.inputSchema, Template: view.template, Actions: [...view.actions] }
    const ViewContentSha256 = createHash('sha256').update(JSON.stringify(Content)).digest('hex')
    return { View: { ...viewAnswer(view), Content, ViewContentSha256 } }
  },
)
