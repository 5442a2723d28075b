import type { CreateWorkspaceRequest, CreateWorkspaceResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { arnOf } from '../rules/arn.ts'
import { requireFreeWorkspaceName } from '../rules/workspace.ts'

/** A new workspace is seen by nobody until its visibility is set (WS-05). */
export const createWorkspace = defineInstanceOperation<CreateWorkspaceRequest, CreateWorkspaceResponse>(
  'CreateWorkspace',
  (input, instance, context) => {
    requireFreeWorkspaceName(instance, input.Name)
    const id = context.newId()
    instance.workspaces.put({
      id,
      seq: context.world.nextSeq(),
      name: input.Name,
      description: input.Description,
      title: input.Title,
      theme: input.Theme,
      visibility: 'NONE',
      pages: [],
      media: {},
      createdTime: context.now(),
      tags: input.Tags ?? {},
      lastModifiedTime: context.now(),
      lastModifiedRegion: instance.record.region,
    })
    return { WorkspaceId: id, WorkspaceArn: arnOf(instance, 'workspace', id) }
  },
)
