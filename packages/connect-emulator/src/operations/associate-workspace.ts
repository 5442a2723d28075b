import type { AssociateWorkspaceRequest, AssociateWorkspaceResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { answerBatch, findAssignable } from '../rules/workspace-association.ts'
import { associationId, requireWorkspace } from '../rules/workspace.ts'

/** Assigns people and routing profiles; what cannot be is in the failed list of a 200 (WS-01, WS-03). */
export const associateWorkspace = defineInstanceOperation<AssociateWorkspaceRequest, AssociateWorkspaceResponse>(
  'AssociateWorkspace',
  (input, instance, { world }) => {
    const workspace = requireWorkspace(instance, input.WorkspaceId)
    return answerBatch(input.ResourceArns, (arn) => {
      const found = findAssignable(instance, arn)
      if ('code' in found) return found
      const id = associationId(workspace.id, found.resourceId)
      if (instance.workspaceAssociations.get(id)) return { code: '409', message: 'The resource is already associated' }
      instance.workspaceAssociations.put({ id, seq: world.nextSeq(), workspaceId: workspace.id, ...found })
      return undefined
    })
  },
)
