import type { WorkspaceRecord } from '../state/records.ts'
import type { Instance } from '../state/instance.ts'
import { duplicate, notFound } from '../wire/aws-error.ts'

/** @throws AwsError ResourceNotFoundException */
export function requireWorkspace(instance: Instance, id: string): WorkspaceRecord {
  const workspace = instance.workspaces.read(id)
  if (!workspace) throw notFound(`Workspace ${id.slice(0, 100)} was not found`)
  return workspace
}

/** Names are unique (WS-05). @throws AwsError DuplicateResourceException */
export function requireFreeWorkspaceName(instance: Instance, name: string, exceptId?: string): void {
  if (instance.workspaces.find((workspace) => workspace.name === name && workspace.id !== exceptId)) {
    throw duplicate(`A workspace named ${name} already exists`)
  }
}

/** Stores a changed workspace with the time of the change. */
export function updateWorkspace(
  instance: Instance,
  workspace: WorkspaceRecord,
  change: Partial<WorkspaceRecord>,
  now: number,
): void {
  instance.workspaces.put({
    ...workspace,
    ...change,
    lastModifiedTime: now,
    lastModifiedRegion: instance.record.region,
  })
}

/** The row id of an association: one resource is assigned to one workspace once. */
export function associationId(workspaceId: string, resourceId: string): string {
  return `${workspaceId} ${resourceId}`
}

/** Takes a person or routing profile that is about to go out of all workspaces. */
export function removeAssociationsOf(instance: Instance, resourceId: string): void {
  for (const association of instance.workspaceAssociations.filter((row) => row.resourceId === resourceId)) {
    instance.workspaceAssociations.delete(association.id)
  }
}
