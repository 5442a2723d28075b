import type { ImportWorkspaceMediaRequest } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { requireWorkspace, updateWorkspace } from '../rules/workspace.ts'
import { invalidParameter } from '../wire/aws-error.ts'

const BASE64 = /^(?:data:image\/[\w.+-]+;base64,)?(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/** Takes a presigned URL or base64 (WS-10); a URL is kept as it is, nothing is fetched. */
export const importWorkspaceMedia = defineInstanceOperation<ImportWorkspaceMediaRequest, void>(
  'ImportWorkspaceMedia',
  ({ WorkspaceId, MediaType, MediaSource }, instance, { now }) => {
    const workspace = requireWorkspace(instance, WorkspaceId)
    if (!/^https:\/\/\S+$/.test(MediaSource) && !BASE64.test(MediaSource)) {
      throw invalidParameter('MediaSource must be an https URL or base64')
    }
    updateWorkspace(instance, workspace, { media: { ...workspace.media, [MediaType]: MediaSource } }, now())
  },
)
