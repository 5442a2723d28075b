import type { UpdateWorkspaceThemeRequest } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { requireWorkspace, updateWorkspace } from '../rules/workspace.ts'

/** Replaces the theme; without one the workspace goes back to the default. */
export const updateWorkspaceTheme = defineInstanceOperation<UpdateWorkspaceThemeRequest, void>(
  'UpdateWorkspaceTheme',
  (input, instance, { now }) => {
    updateWorkspace(instance, requireWorkspace(instance, input.WorkspaceId), { theme: input.Theme }, now())
  },
)
