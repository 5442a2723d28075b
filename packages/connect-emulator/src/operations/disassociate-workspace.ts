import type { DisassociateWorkspaceRequest, DisassociateWorkspaceResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { answerBatch, findAssignable } from '../rules/workspace-association.ts'
import { associationId, requireWorkspace } from '../rules/workspace.ts'

/** Takes assignments away, item by item like AssociateWorkspace (WS-01, WS-03). */
export const disassociateWorkspace = defineInstanceOperation<
  DisassociateWorkspaceRequest,
  DisassociateWorkspaceResponse
>('DisassociateWorkspace', (input, instance) => {
  const workspace = requireWorkspace(instance, input.WorkspaceId)
  return answerBatch(input.ResourceArns, (arn) => {
    const found = findAssignable(instance, arn)
    if ('code' in found) return found
    const id = associationId(workspace.id, found.resourceId)
    if (!instance.workspaceAssociations.get(id)) return { code: '404', message: 'The resource is not associated' }
    instance.workspaceAssociations.delete(id)
    return undefined
  })
})
